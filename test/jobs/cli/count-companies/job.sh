# How many customers does each company have? The five largest.
$WEIBAN call externalUser.list --all --output jsonl --limit 100 |
  node -e '
    const counts = {};
    for (const line of require("node:fs").readFileSync(0, "utf8").trim().split("\n")) {
      const { corp_name } = JSON.parse(line);
      counts[corp_name] = (counts[corp_name] ?? 0) + 1;
    }
    const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    console.log(JSON.stringify(sorted.slice(0, 5)));
  '
