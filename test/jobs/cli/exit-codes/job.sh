# A script that has to react to what went wrong.
run() {
  "$@" > /dev/null 2>&1 < /dev/null && echo 0 || echo $?
}
work=$(mktemp -d)
run $WEIBAN call opportunity.one --id sandbox:error:OpportunityNotFound > "$work/1" &
run $WEIBAN call opportunity.one --no_such_flag 1 > "$work/2" &
run $WEIBAN call staff.list --limit 1 --base-url http://127.0.0.1:1 > "$work/3" &
run $WEIBAN call workorder.create --template_id 1 --relation_type 1 --relation_id wmA > "$work/4" &
run $WEIBAN call opportunity.one --id sandbox:stall --timeout 1 > "$work/5" &
run $WEIBAN call workorder.detail --order_no sandbox:truncated > "$work/6" &
run $WEIBAN ops qwxyz > "$work/7" &
wait
node -e '
  const read = (at) => Number(require("node:fs").readFileSync(`${process.argv[1]}/${at}`, "utf8"));
  console.log(JSON.stringify([1, 2, 3, 4, 5, 6, 7].map(read)));
' "$work"
rm -rf "$work"
