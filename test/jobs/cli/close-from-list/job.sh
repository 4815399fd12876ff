# Close the first ticket of the list as an employee, and look at it again.
order=$($WEIBAN call workorder.list --all --max 1 --output jsonl | node -pe 'JSON.parse(fs.readFileSync(0)).order_no')
echo "{\"order_no\": \"$order\", \"staff_id\": \"ZhangSan\", \"content\": {\"text\": \"已解决\", \"pic\": []}}" |
  $WEIBAN call workorder.close --yes --data - > /dev/null
again=0
$WEIBAN call workorder.close --yes --order_no "$order" --staff_id ZhangSan > /dev/null 2> /dev/null || again=$?
echo "{\"order\": \"$order\", \"again\": $again}"
