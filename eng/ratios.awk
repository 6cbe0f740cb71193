# Reads lines of TURN, old or new, NAME, VALUE and for figures that should be small 'lower', with tabs between them.
# Prints for each figure the median of the turns' ratios new / old, and an interval that holds the true median with at
# least 95 % whatever the distribution: the k-th smallest to the k-th largest ratio, where a fair coin shows fewer than
# k heads with at most 2.5 %. Lines without a tab in what the command has printed are no figures.
# Exit code 1 if a figure is not within a percentage, 2 if something is missing. With `check` that is all it looks for.
BEGIN { FS = "\t" }

NF > 3 {
    name = $3
    if ($4 !~ /^[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$/ || $4 + 0 == 0 || (NF > 4 && $5 != "lower") || NF > 5)
        fail("turn " $1 ", " $2 ": '" name "' needs a number above 0, and nothing or 'lower' behind it")
    if (($1, $2, name) in value) fail("turn " $1 ", " $2 ": two figures '" name "'")
    if (!(name in lower)) names[++count] = name
    else if (lower[name] != (NF > 4)) fail("turn " $1 ", " $2 ": '" name "' has 'lower' behind it only sometimes")
    lower[name] = NF > 4
    value[$1, $2, name] = $4
}

END {
    if (failed) exit 2
    if (!count) fail("the command prints no figure: lines of a name, a tab and a number")
    for (figure = 1; figure <= count; figure++) require(names[figure])
    if (check) exit
    k = rank(turns)
    printf "%-40s %14s %14s %7s  %-15s\n", "median of " turns " turns", "old", "new", "ratio", "95 % interval"
    for (figure = 1; figure <= count; figure++) report(names[figure])
    exit worse
}

function require(name,    turn) {
    for (turn = 1; turn <= turns; turn++)
        if (!((turn, "old", name) in value) || !((turn, "new", name) in value))
            fail("'" name "' is missing in turn " turn)
}

function report(name,    turn, low, high, loss) {
    for (turn = 1; turn <= turns; turn++) {
        olds[turn] = value[turn, "old", name]
        news[turn] = value[turn, "new", name]
        ratios[turn] = news[turn] / olds[turn]
    }
    sort(olds); sort(news); sort(ratios)
    low = ratios[k]
    high = ratios[turns + 1 - k]
    loss = 100 * (lower[name] ? high - 1 : 1 - low)
    if (loss < 0) loss = 0
    printf "%-40s %14.6g %14.6g %7.4f  ", name, median(olds), median(news), median(ratios)
    printf "%.4f - %.4f  within %.1f %%", low, high, up(loss)
    if (within != "" && up(loss) > within + 0) { printf ", not %s %%", within; worse = 1 }
    print ""
}

# The largest k with P(fewer than k heads in n tosses) at most 2.5 %.
function rank(n,    heads, logarithm, sum) {
    logarithm = -n * log(2)
    for (heads = 0; (sum += exp(logarithm)) <= 0.025; heads++) logarithm += log((n - heads) / (heads + 1))
    return heads
}

function median(sorted) {
    return (sorted[int((turns + 1) / 2)] + sorted[int(turns / 2) + 1]) / 2
}

function sort(values,    i, j, x) {
    for (i = 2; i <= turns; i++) {
        x = values[i]
        for (j = i - 1; j > 0 && values[j] + 0 > x + 0; j--) values[j + 1] = values[j]
        values[j + 1] = x
    }
}

# What is said must hold: a loss is rounded up to a tenth.
function up(loss) { return int(loss * 10 + 0.999999) / 10 }

function fail(message) {
    print "eng/compare: " message > "/dev/stderr"
    failed = 1
    exit 2
}
