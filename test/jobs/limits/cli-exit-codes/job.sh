# The exit codes that a cron job looks at.
set -uo pipefail
codes=()
$WEIBAN call tag.list --limit 1 >/dev/null 2>&1; codes+=($?)
$WEIBAN call opportunity.one --id sandbox:error:OpportunityNotFound >/dev/null 2>&1; codes+=($?)
$WEIBAN call tag.list --limit many >/dev/null 2>&1; codes+=($?)
$WEIBAN call tagGroup.add --tag_group 新 --tag_name_list 甲 </dev/null >/dev/null 2>&1; codes+=($?)
WEIBAN_BASE_URL=http://127.0.0.1:9 $WEIBAN call tag.list --no-token-cache --timeout 2 >/dev/null 2>&1; codes+=($?)
node -p 'JSON.stringify(process.argv.slice(1).map(Number))' "${codes[@]}"
