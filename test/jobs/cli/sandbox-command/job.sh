# A test of a PHP team: start the sandbox with a scenario, take its settings, call it, stop it.
exec 3< <(exec $WEIBAN sandbox --rows 12 --scenario opportunityOne=error:OpportunityNotFound 2> /dev/null)
sandbox=$!
read -r settings <&3
eval "$settings"

field() { node -pe "JSON.parse(fs.readFileSync(0)).$1"; }
token=$(curl -s "$WEIBAN_BASE_URL/open-api/access_token/get" -H 'content-type: application/json' \
  -d "{\"corp_id\": \"$WEIBAN_CORP_ID\", \"secret\": \"$WEIBAN_SECRET\"}" | field access_token)
total=$(curl -s "$WEIBAN_BASE_URL/open-api/staff/list?limit=1&access_token=$token" | field total)
code=$(curl -s "$WEIBAN_BASE_URL/open-api/opportunity/one?id=1&access_token=$token" | field errcode)
kill -INT $sandbox
cat <&3 # ends with the sandbox, which has nothing more to say
echo "{\"total\": $total, \"code\": $code}"
