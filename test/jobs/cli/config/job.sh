# Set up the command on a new server: credentials in the file, none in the environment.
base=$WEIBAN_BASE_URL corp=$WEIBAN_CORP_ID secret=$WEIBAN_SECRET
unset WEIBAN_BASE_URL WEIBAN_CORP_ID WEIBAN_SECRET
export HOME=$(mktemp -d)
unset XDG_CONFIG_HOME XDG_CACHE_HOME
none=0
$WEIBAN call staff.list --limit 1 > /dev/null 2>&1 || none=$?
echo "$secret" | $WEIBAN config set --corp-id "$corp" --base-url "$base" > /dev/null 2>&1
total=$($WEIBAN call staff.list --limit 1 | node -pe 'JSON.parse(fs.readFileSync(0)).total')
shown=$($WEIBAN config show | grep -c -- "$secret")
mode=$(stat -c %a "$HOME/.config/weiban/credentials.json")
echo "{\"without\": $none, \"total\": $total, \"secretShown\": $shown, \"mode\": \"$mode\"}"
rm -rf "$HOME"
