# Show the request of a write to a colleague; nothing may be sent. A flag wins over --json.
before=$($WEIBAN call workorder.list --limit 1 | node -pe 'JSON.parse(fs.readFileSync(0)).total')
$WEIBAN call workorder.create --dry-run \
  --json '{"template_id": 11, "relation_type": 1, "relation_id": "wmA", "title": "from json"}' \
  --title 'from a flag' > "${TMPDIR:-/tmp}/dry-run-$$.json"
after=$($WEIBAN call workorder.list --limit 1 | node -pe 'JSON.parse(fs.readFileSync(0)).total')
node -e '
  const { method, path, body } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  const sent = process.argv[3] - process.argv[2];
  console.log(JSON.stringify({ method, path, body, sent }));
' "${TMPDIR:-/tmp}/dry-run-$$.json" "$before" "$after"
rm "${TMPDIR:-/tmp}/dry-run-$$.json"
