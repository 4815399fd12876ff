# Try our receiver from a shell: weiban webhook send, to a plain server, and verify what the server got.
export WEIBAN_WEBHOOK_TOKEN=our-token WEIBAN_WEBHOOK_RECEIVE_ID=ww0123456789abcdef
export WEIBAN_WEBHOOK_AES_KEY=kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A server that keeps one request: its URL and its body.
node -e '
  const { createServer } = require("node:http"), { writeFileSync } = require("node:fs");
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part)).on("end", () => {
      writeFileSync(process.argv[1] + "/url", request.url);
      writeFileSync(process.argv[1] + "/body", body);
      response.end("success", () => server.close());
    });
  }).listen(0, "127.0.0.1", () => console.log(server.address().port));
' "$work" > "$work/port" &
until [ -s "$work/port" ]; do read -rt 0.05 <> <(:) || true; done

echo '{"id":"message-1","event":"work_order_change","status":"create","msg_data":{"order_no":"1400000000000000001"}}' |
  $WEIBAN webhook send "http://127.0.0.1:$(cat "$work/port")/weiban" > /dev/null
wait
$WEIBAN webhook verify --query "$(cat "$work/url")" < "$work/body"
