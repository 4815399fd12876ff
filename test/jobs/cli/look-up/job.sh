# What does a code in our log mean, and which operations create tickets or send something?
errors=$($WEIBAN errors 22307 --output json)
ops=$($WEIBAN ops 工单 --output json)
node -e '
  const [errors, ops] = process.argv.slice(1).map((text) => JSON.parse(text));
  const asks = ops.filter(({ safety, id }) => safety === "write" && id.startsWith("workorder")).map(({ name }) => name);
  console.log(JSON.stringify({ names: errors.map(({ name }) => name), asks: asks.sort() }));
' "$errors" "$ops"
