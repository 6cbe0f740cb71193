namespace Shared;

/// <summary>
/// The output folder of a test project, whose executable is a script that does what <c>coyote-tests</c> does: it has
/// the tests 0 to 99, leaves those of other shards out, explores as many schedules in each as its number and its seed
/// say, and fails in the test that the variable <c>FAILING</c> names.
/// </summary>
internal static class TestProject
{
    private const string Script =
        """
        #!/bin/bash
        junit=$3
        explored= ; tests= ; status=0
        for test in {0..99}; do
            if (( test % ${TEST_TOTAL_SHARDS:-1} != ${TEST_SHARD_INDEX:-0} )); then
                tests+="<testcase name=\"test $test\"><skipped>a test of another shard</skipped></testcase>"
                continue
            fi
            if [[ $test == "$FAILING" ]]; then
                tests+="<testcase name=\"test $test\"><failure>it fails</failure></testcase>" ; status=1
            else
                tests+="<testcase name=\"test $test\" />"
            fi
            for strategy in random pct; do
                schedules=$(( test + ${STRESS_COYOTE_SEED:-0} ))
                explored+="{\"name\":\"test $test\",\"strategy\":\"$strategy\","
                explored+="\"schedules\":$schedules,\"distinctSchedules\":$(( schedules / 2 ))},"
            done
        done
        echo "<testsuites><testsuite>$tests</testsuite></testsuites>" > "$junit"
        echo "[${explored%,}]" > "$STRESS_COYOTE_REPORT"
        exit $status

        """;

    /// <summary>Writes it, or another script in its place.</summary>
    public static void Write(string folder, string script = Script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the project of this test is a shell script");
        string path = Path.Combine(folder, "fake");
        File.WriteAllText(path, script);
        File.WriteAllText($"{path}.runtimeconfig.json", "{}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
