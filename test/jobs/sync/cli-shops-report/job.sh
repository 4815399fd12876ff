# Import shops from a file, then read them back by id; only names in the report.
set -euo pipefail
node -e '
  const shops = [1, 2, 3].map((n) => ({ id: `store-${n}`, shop_name: `门店${n}`, shop_fields: [] }));
  console.log(JSON.stringify({ shop_list: shops }));
' | $WEIBAN call order.importShop --data - --yes >/dev/null
$WEIBAN call order.getShopDetail --json '{"shop_ids": ["store-1", "store-2", "store-3"]}' | node -e '
  const { shop_list } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  console.log(JSON.stringify(shop_list.map(({ id, name }) => `${id} ${name}`).sort()));
'
