using System.Globalization;

namespace Campaigns.Engines;

/// <summary>A workflow for GitHub Actions: a job for each shard, then one that sums up.</summary>
public static class GitHubFiles
{
    /// <summary>A matrix has at most so many jobs.</summary>
    private const int MostJobs = 256;

    /// <summary>The workflow; the plan lies in the repository.</summary>
    public static string Workflow(string name, string plan, int shards)
    {
        int jobs = Math.Min(shards, MostJobs);
        string indices = string.Join(
            ", ", Enumerable.Range(1, jobs).Select(index => index.ToString(CultureInfo.InvariantCulture)));
        return $$$"""
            name: campaign {{{name}}}
            on:
              workflow_dispatch:
            permissions:
              contents: read
            env:
              STRESS: dotnet run -c Release --project src/Stress --
            jobs:
              work:
                strategy:
                  fail-fast: false
                  matrix:
                    shard: [{{{indices}}}]
                runs-on: ubuntu-24.04
                timeout-minutes: 350
                steps:
                  - uses: actions/checkout@v4
                    with:
                      fetch-depth: 0
                  - uses: actions/setup-dotnet@v4
                    with:
                      global-json-file: global.json
                  - run: $STRESS campaign work {{{plan}}} --out records --report github,junit=junit.xml
                    env:
                      CI_NODE_INDEX: ${{ matrix.shard }}
                      CI_NODE_TOTAL: "{{{jobs}}}"
                  - uses: actions/upload-artifact@v4
                    if: always()
                    with:
                      name: records-${{ matrix.shard }}
                      path: records
                      if-no-files-found: warn
              merge:
                needs: work
                if: always()
                runs-on: ubuntu-24.04
                timeout-minutes: 60
                steps:
                  - uses: actions/checkout@v4
                    with:
                      fetch-depth: 0
                  - uses: actions/setup-dotnet@v4
                    with:
                      global-json-file: global.json
                  - uses: actions/download-artifact@v4
                    with:
                      pattern: records-*
                      path: records
                      merge-multiple: true
                  - run: >-
                      $STRESS campaign merge {{{plan}}} records --json certificate.json
                      --report github,junit=junit.xml,sarif=campaign.sarif
                  - uses: actions/upload-artifact@v4
                    if: always()
                    with:
                      name: certificate
                      path: |
                        certificate.json
                        junit.xml
                        campaign.sarif

            """;
    }
}
