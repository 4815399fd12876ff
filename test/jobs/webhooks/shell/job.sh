# Try our receiver from a shell: weiban webhook send, to a plain server, and verify what the server got.
export WEIBAN_WEBHOOK_TOKEN=our-token WEIBAN_WEBHOOK_RECEIVE_ID=ww0123456789abcdef
export WEIBAN_WEBHOOK_AES_KEY=kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk

# A server that prints its port, and then the URL and the body of one request.
exec 3< <(node -e '
  const server = require("node:http").createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part)).on("end", () => {
      console.log(request.url);
      console.log(body);
      response.end("success", () => server.close());
    });
  }).listen(0, "127.0.0.1", () => console.log(server.address().port));
')
read -r port <&3
echo '{"id":"message-1","event":"work_order_change","status":"create","msg_data":{"order_no":"1400000000000000001"}}' |
  $WEIBAN webhook send "http://127.0.0.1:$port/weiban" > /dev/null
read -r url <&3
$WEIBAN webhook verify --query "$url" <&3
