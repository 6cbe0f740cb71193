#!/usr/bin/env bash
# Runs inside eng/slurm, in a folder with PLAN.json and its scripts: submits the plan, then requeues a task of the first round, cancels
# another and kills a third, and waits for the certificate. Prints what happened.
set -uo pipefail
plan=$1
line=$(bash "$plan.submit.sh") || exit 1
echo "$line"
array=$(sed -n 's/.*array \([0-9]*\),.*/\1/p' <<< "$line")

state() { squeue -h -t all -j "$array" -r -o '%K %T' | awk -v task="$1" '$1 == task { print $2 }'; }

await() {
    for (( i = 0; i < 1200; i++ )); do
        [[ $(state "$1") == "$2" ]] && return
        [[ $(state "$1") =~ COMPLETED|FAILED|CANCELLED ]] && break
        sleep 0.05
    done
    echo "task $1 was not seen $2: $(state "$1")"
}

# The process of a task itself, and nothing of Slurm's; nor of another campaign's on this machine, which has another folder.
process() {
    for folder in /proc/[0-9]*; do
        if [[ $(cat "$folder/comm" 2>/dev/null) == stress && $(readlink "$folder/cwd") == "$PWD" ]] \
            && tr '\0' '\n' < "$folder/environ" 2>/dev/null | grep -qx "SLURM_ARRAY_TASK_ID=$1"; then
            basename "$folder"
        fi
    done
}

await 1 RUNNING
scontrol requeue "${array}_1" && echo "requeued task 1"
await 2 RUNNING
scancel "${array}_2" && echo "cancelled task 2"
await 3 RUNNING
for (( i = 0; i < 100; i++ )); do
    pid=$(process 3 | head -n 1)
    [[ -n $pid ]] && break
    sleep 0.05
done
[[ -n $pid ]] && kill -9 "$pid" && echo "killed task 3"

for (( i = 0; i < ${2:-180}; i++ )); do
    [[ -e $plan.certificate.json ]] && break
    if [[ -z $(squeue -h -t pending,running,completing,configuring,requeued -o %i) ]]; then
        sleep 2
        [[ -z $(squeue -h -t pending,running,completing,configuring,requeued -o %i) ]] && break
    fi
    sleep 1
done
squeue -h -t all -r -o '%F_%K %j %T' | sort | uniq -c
grep -h 'round\|shard\|complete' "$plan"-*.log
[[ -e $plan.certificate.json ]]
