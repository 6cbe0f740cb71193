# Reads the JSON of `stress bench --parts ratios` and prints its ratios as figures for eng/compare: the name, a tab, the
# ratio, and `lower` behind another tab where less is better. More is better where the limit says "at least", and where
# operations a second are compared. In awk and here, so that a commit to compare with need not know the form.
BEGIN { FS = "\""; OFS = "\t" }

$2 == "name" { name = $4; limit = "" }
$2 == "ratio" { ratio = $3; gsub(/[^0-9.eE+-]/, "", ratio) }
$2 == "limit" { limit = $4 }
$2 == "unit" {
    if (limit ~ /^at least / || $4 == "/s") print name, ratio
    else print name, ratio, "lower"
}
