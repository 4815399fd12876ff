# A test of a PHP team: start the sandbox with a scenario, take its settings, call it, stop it.
work=$(mktemp -d)
$WEIBAN sandbox --rows 12 --scenario opportunityOne=error:OpportunityNotFound > "$work/out" 2> /dev/null &
sandbox=$!
until grep -q export "$work/out"; do read -rt 0.05 <> <(:) || true; done
eval "$(grep export "$work/out")"
post() { curl -s "$WEIBAN_BASE_URL/open-api/$1" -H 'content-type: application/json' -d "$2"; }
token=$(post access_token/get "{\"corp_id\": \"$WEIBAN_CORP_ID\", \"secret\": \"$WEIBAN_SECRET\"}" |
  node -pe 'JSON.parse(fs.readFileSync(0)).access_token')
total=$(curl -s "$WEIBAN_BASE_URL/open-api/staff/list?limit=1&access_token=$token" | node -pe 'JSON.parse(fs.readFileSync(0)).total')
code=$(curl -s "$WEIBAN_BASE_URL/open-api/opportunity/one?id=1&access_token=$token" | node -pe 'JSON.parse(fs.readFileSync(0)).errcode')
kill -INT $sandbox
wait $sandbox 2> /dev/null
echo "{\"total\": $total, \"code\": $code}"
rm -rf "$work"
