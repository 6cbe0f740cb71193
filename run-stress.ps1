#!/usr/bin/env pwsh
#Requires -Version 7.4

<#
.SYNOPSIS
Builds the stress command line and runs one of its verbs.

.DESCRIPTION
Builds src/Stress, runs the verb with the given parameters, and exits with its exit code: 0 pass, 1 violation or defect found,
2 inconclusive, 3 unsupported host, 64 usage, 70 internal error or failed build. docs/COMMAND-LINE.md describes every option.

The parameters are the options of all verbs; one that the verb does not have is refused by it. A list has commas, as everywhere in
PowerShell. A value that a parameter refuses is refused by PowerShell before anything is built.

.PARAMETER Verb
What to do: run (the default), litmus, explore, prove, bench, campaign or list; what campaign takes stands behind it as on the
command line.

.PARAMETER Workload
What the threads do: a workload's name (-Verb list prints them), or trace:FILE for a recorded trace (perf script text, .gz too).

.PARAMETER Test
Litmus tests to run (-Verb list prints them); NAME-volatile has volatile accesses.

.PARAMETER Scheme
How it is known who maps a folio: a scheme of sub-IDs, or a rival.

.PARAMETER Protocol
How the writers and readers of a folio meet.

.PARAMETER Order
Order of the folios, 2 to 15: a folio has 2^order pages. For run with a trace also a range such as 2..9.

.PARAMETER Folios
How many folios there are at once.

.PARAMETER Mms
How many address spaces there are at once, at least one for each writer.

.PARAMETER Writers
How many threads map and unmap.

.PARAMETER Readers
How many threads take snapshots and ask who maps a folio.

.PARAMETER TimeBudget
When to end, with a unit: 500ms, 30s, 5m or 2h. Workloads in turn share it.

.PARAMETER Sections
After about how many write sections to end a workload, if the time suffices.

.PARAMETER Seed
Where all randomness comes from; the same seed repeats every thread's own choices.

.PARAMETER Audit
exact compares everything seen with the truth; off only measures, and the result is inconclusive.

.PARAMETER Canary
Name of a broken variant to run with all that it needs to show: it must be found, so the exit code is 1.

.PARAMETER Calibrate
First run every canary that real threads can show, and say how many were caught.

.PARAMETER Affinity
Processors of the threads: none, spread, or a list of their numbers.

.PARAMETER ShuffleInterval
How often every thread moves to a random processor, with a unit.

.PARAMETER WaitLimit
How long a thread may keep the others waiting before the run ends with a report, with a unit.

.PARAMETER InitialSequence
Sequence number at which every folio starts, modulo the protocol's width; near the width it wraps.

.PARAMETER StatInterval
How often to write a line with statistics, with a unit.

.PARAMETER Stutter
Let all threads rest together now and then.

.PARAMETER Churn
Let threads end now and then, and others take their place.

.PARAMETER Perturb
Pauses and yields between memory accesses: none, light, heavy, or mixed, bare and light stretches in turn.

.PARAMETER LongHold
Besides, stretches in which threads are held for milliseconds now and then, writers inside of their sections among them.

.PARAMETER Journal
Folder, new or without a journal, for a line for each audited round, violation and statistics interval.

.PARAMETER Resume
Folder that -Journal has written: go on with that run, with its options; -TimeBudget is then the time to add.

.PARAMETER StopAtViolation
End at the first violation; with -Journal, keep the whole log of its round there.

.PARAMETER Otlp
URL of a collector that gets the figures as metrics.

.PARAMETER Scenario
What to explore: a scenario's name (-Verb list prints them).

.PARAMETER Reading
How a snapshot is read: plain reads with one barrier, or acquire reads throughout.

.PARAMETER Model
The memory model to explore under.

.PARAMETER Values
Rmap values of the folio to explore.

.PARAMETER Equivalence
Which executions count as one: equal graphs, or also those that differ only in an order of adds that no read observes.

.PARAMETER PreemptionBound
Maximum number of preemptions of the executions counted.

.PARAMETER LimitExecutions
Maximum number of executions to explore.

.PARAMETER Sample
Number of executions to draw at random instead of visiting every one; without a violation nothing is proved.

.PARAMETER SampleDepth
With -Sample: maximum number of accesses of an execution that are put off and choose at random.

.PARAMETER SampleHistory
With -Sample: number of the newest writes of a word among which such an access chooses.

.PARAMETER Advise
Report which operations could be weaker, or which stronger accesses repair what is violated.

.PARAMETER Grade
Report for each outcome which memory models allow it.

.PARAMETER Replay
A JSON report of explore whose counterexample is to be run again.

.PARAMETER Assembly
A .NET assembly whose classes are explored.

.PARAMETER Class
The full name of the class of the assembly to explore.

.PARAMETER Include
Namespaces of the framework whose types are rewritten like the assembly, with commas between.

.PARAMETER Races
Report data races between plain accesses of the assembly's classes.

.PARAMETER Threads
Numbers of threads to measure with, such as 1,2,4; for explore the number of threads that search.

.PARAMETER Schemes
Schemes to measure.

.PARAMETER Protocols
Protocols to measure.

.PARAMETER Patterns
What the threads that are measured do.

.PARAMETER Orders
Orders of the folios that are measured, 2 to 15.

.PARAMETER Placement
Which processors the threads take: cores, siblings or sockets.

.PARAMETER Repeat
Repeats of each case measured.

.PARAMETER Against
A JSON report of an earlier bench on the same kind of machine, to compare with.

.PARAMETER Out
Folder for the results of a bench.

.PARAMETER Parts
What to measure.

.PARAMETER Report
Reports for others: junit=PATH, sarif=PATH, github.

.PARAMETER Json
Where the report goes as JSON: a path, or - for standard output and nothing else there.

.PARAMETER Configuration
Release (the default), or Debug, which also checks the field widths of the sequence.

.PARAMETER NoBuild
Run what was built before.

.PARAMETER Rest
Everything else, handed to the verb as on the command line.

.EXAMPLE
./run-stress.ps1 -Workload trace:samples/traces/redis-bgsave.txt.gz -TimeBudget 1m -Json report.json

.EXAMPLE
./run-stress.ps1 -Canary reader-no-recheck -TimeBudget 10s

.EXAMPLE
./run-stress.ps1 -Verb litmus -Test iwp2-3-a-amd4-sb

.EXAMPLE
./run-stress.ps1 -Verb explore -Scenario seqcount -Writers 2 -Readers 1

.EXAMPLE
./run-stress.ps1 -Verb prove -Scheme rmap-id -Order 9

.EXAMPLE
./run-stress.ps1 -Verb bench -Threads 1,2,4 -Orders 4,9 -Out results
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [ValidateSet('run', 'litmus', 'explore', 'prove', 'bench', 'campaign', 'list')]
    [string] $Verb = 'run',

    [ValidatePattern('^(trace:.+|litmus:[a-z0-9-]+|[a-z]+(-[a-z]+)*)$', ErrorMessage = "'{0}' is no workload's name, nor trace:FILE.")]
    [string] $Workload,

    [ValidatePattern('^[a-z0-9]+(-[a-z0-9]+)*$', ErrorMessage = "'{0}' is no name of a litmus test; -Verb list prints them.")]
    [string[]] $Test,

    [ValidateSet('rmap-id', 'rmap-id-compact', 'spread-bits', 'rmap-id-32', 'rmap-id-posted', 'rmap-id-split-line',
        'owner-tracking', 'estimate', 'none', 'lock', 'immutable', 'exact')]
    [string] $Scheme,

    [ValidateSet('shared', 'exclusive', 'add-return', 'two-word', 'patient')]
    [string] $Protocol,

    [ValidatePattern('^([2-9]|1[0-5])(\.\.([2-9]|1[0-5]))?$', ErrorMessage = "'{0}' is no order from 2 to 15, nor a range such as 2..9.")]
    [string] $Order,

    [ValidateRange(1, 1048576)]
    [int] $Folios,

    [ValidateRange(1, 1048576)]
    [int] $Mms,

    [ValidateRange(1, 1024)]
    [int] $Writers,

    [ValidateRange(0, 1024)]
    [int] $Readers,

    [ValidatePattern('^\d+(\.\d+)?(ms|s|m|h)$', ErrorMessage = "'{0}' is no time with a unit, such as 500ms, 30s, 5m or 2h.")]
    [string] $TimeBudget,

    [ValidateRange(1, 9007199254740991)]
    [long] $Sections,

    [ValidateRange(0, 9007199254740991)]
    [long] $Seed,

    [ValidateSet('exact', 'off')]
    [string] $Audit,

    [ValidatePattern('^[a-z]+(-[a-z]+)*$', ErrorMessage = "'{0}' is no name of a canary; -Verb list prints them.")]
    [string] $Canary,

    [switch] $Calibrate,

    [ValidatePattern('^(none|spread|\d+(,\d+)*)$', ErrorMessage = "'{0}' is neither none, spread nor a list such as 0,2,4.")]
    [string[]] $Affinity,

    [ValidatePattern('^\d+(\.\d+)?(ms|s|m|h)$', ErrorMessage = "'{0}' is no time with a unit, such as 500ms, 30s, 5m or 2h.")]
    [string] $ShuffleInterval,

    [ValidatePattern('^\d+(\.\d+)?(ms|s|m|h)$', ErrorMessage = "'{0}' is no time with a unit, such as 500ms, 30s, 5m or 2h.")]
    [string] $WaitLimit,

    [ValidateRange(0, 281474976710655)]
    [long] $InitialSequence,

    [ValidatePattern('^\d+(\.\d+)?(ms|s|m|h)$', ErrorMessage = "'{0}' is no time with a unit, such as 500ms, 30s, 5m or 2h.")]
    [string] $StatInterval,

    [switch] $Stutter,

    [switch] $Churn,

    [ValidateSet('none', 'light', 'heavy', 'mixed')]
    [string] $Perturb,

    [switch] $LongHold,

    [ValidateNotNullOrEmpty()]
    [string] $Journal,

    [ValidateNotNullOrEmpty()]
    [string] $Resume,

    [switch] $StopAtViolation,

    [ValidatePattern('^https?://.+', ErrorMessage = "'{0}' is no http or https URL, such as http://localhost:4318.")]
    [string] $Otlp,

    [ValidatePattern('^[a-z0-9]+(-[a-z0-9]+)*$', ErrorMessage = "'{0}' is no name of a scenario; -Verb list prints them.")]
    [string] $Scenario,

    [ValidateSet('barrier', 'acquire')]
    [string] $Reading,

    [ValidatePattern('^[a-z0-9]+$', ErrorMessage = "'{0}' is no name of a memory model; -Verb list prints them.")]
    [string] $Model,

    [ValidateRange(1, 6)]
    [int] $Values,

    [ValidateSet('graph', 'observation')]
    [string] $Equivalence,

    [ValidateRange(0, 64)]
    [int] $PreemptionBound,

    [ValidateRange(1, 9007199254740991)]
    [long] $LimitExecutions,

    [ValidateRange(1, 1000000000)]
    [long] $Sample,

    [ValidateRange(0, 512)]
    [int] $SampleDepth,

    [ValidateRange(1, 512)]
    [int] $SampleHistory,

    [switch] $Grade,

    [switch] $Advise,

    [ValidateNotNullOrEmpty()]
    [string] $Replay,

    [ValidateNotNullOrEmpty()]
    [string] $Assembly,

    [ValidateNotNullOrEmpty()]
    [string] $Class,

    [ValidateNotNullOrEmpty()]
    [string] $Include,

    [switch] $Races,

    [ValidateRange(1, 1024)]
    [int[]] $Threads,

    [ValidateSet('rmap-id', 'rmap-id-compact', 'spread-bits', 'rmap-id-split-line', 'owner-tracking', 'estimate', 'none', 'lock',
        'immutable', 'exact')]
    [string[]] $Schemes,

    [ValidateSet('shared', 'exclusive', 'add-return', 'two-word', 'patient')]
    [string[]] $Protocols,

    [ValidateSet('private', 'private-unpadded', 'one-folio', '8-folios', 'readers', 'reads-10', 'reads-50', 'reads-90', 'fork-storm')]
    [string[]] $Patterns,

    [ValidateRange(2, 15)]
    [int[]] $Orders,

    [ValidateSet('cores', 'siblings', 'sockets')]
    [string] $Placement,

    [ValidateRange(1, 1000)]
    [int] $Repeat,

    [ValidateNotNullOrEmpty()]
    [string] $Against,

    [ValidateNotNullOrEmpty()]
    [string] $Out,

    [ValidateSet('throughput', 'ratios', 'accuracy', 'memory')]
    [string[]] $Parts,

    [ValidatePattern('^(junit=.+|sarif=.+|github)$', ErrorMessage = "'{0}' is neither junit=PATH, sarif=PATH nor github.")]
    [string[]] $Report,

    [ValidateNotNullOrEmpty()]
    [string] $Json,

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [switch] $NoBuild,

    [Parameter(ValueFromRemainingArguments)]
    [object[]] $Rest
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$internalError = 70

# Of this script and of PowerShell; every other parameter is an option of the verb.
$ownParameters = @('Verb', 'Configuration', 'NoBuild', 'Rest') + [Management.Automation.Cmdlet]::CommonParameters

function Stop-Run([string] $line) {
    [Console]::Error.WriteLine("run-stress: $line")
    exit $internalError
}

if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
    Stop-Run 'no dotnet on the PATH; install the .NET 10 SDK'
}

if (-not $NoBuild) {
    $project = [IO.Path]::Combine($PSScriptRoot, 'src', 'Stress', 'Stress.csproj')
    $log = & dotnet build $project --configuration $Configuration --nologo --verbosity quiet 2>&1
    if ($LASTEXITCODE -ne 0) {
        # Not to standard output, which -Json - keeps for the report.
        $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        Stop-Run 'the build failed'
    }
}

$binary = [IO.Path]::Combine(
    $PSScriptRoot, 'artifacts', 'bin', 'Stress', $Configuration.ToLowerInvariant(), 'stress.dll')
if (-not [IO.File]::Exists($binary)) {
    Stop-Run "nothing built at $binary; run without -NoBuild"
}

$arguments = @($Verb)
foreach ($parameter in $PSBoundParameters.GetEnumerator()) {
    if ($parameter.Key -in $ownParameters) {
        continue
    }

    # TimeBudget is --time-budget.
    $option = '--' + ($parameter.Key -creplace '(?<!^)(?=[A-Z])', '-').ToLowerInvariant()
    if ($parameter.Value -isnot [switch]) {
        $arguments += $option, ($parameter.Value -join ',')
    }
    elseif ($parameter.Value) {
        $arguments += $option
    }
}

# PowerShell has made an array of 1,2.
foreach ($argument in $Rest) {
    $arguments += $argument -join ','
}

& dotnet $binary @arguments
exit $LASTEXITCODE
