# Customers by gender and type, from the shell.
set -euo pipefail
$WEIBAN call externalUser.list --all --limit 100 --output jsonl | node -e '
  const lines = require("node:fs").readFileSync(0, "utf8").trim().split("\n").map(JSON.parse);
  const count = {};
  for (const { gender, type } of lines) count[`${gender}-${type}`] = (count[`${gender}-${type}`] ?? 0) + 1;
  console.log(JSON.stringify(Object.entries(count).sort()));
'
