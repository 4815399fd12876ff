// Calls the sandbox with the client that oapi-codegen makes, and prints a line of JSON for each step.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"languages/oapicodegen/weiban"
)

func main() {
	ctx := context.Background()
	token := issueToken(ctx)
	client := connect(weiban.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
		query := request.URL.Query()
		query.Set("access_token", token)
		request.URL.RawQuery = query.Encode()
		return nil
	}))
	read(ctx, client)
	list(ctx, client)
	write(ctx, client)
	fail(ctx, client)
}

func connect(options ...weiban.ClientOption) *weiban.ClientWithResponses {
	client, err := weiban.NewClientWithResponses(os.Getenv("WEIBAN_BASE_URL"), options...)
	must(err)
	return client
}

func issueToken(ctx context.Context) string {
	body := weiban.AccessTokenGetJSONRequestBody{CorpId: os.Getenv("WEIBAN_CORP_ID"), Secret: os.Getenv("WEIBAN_SECRET")}
	answer, err := connect().AccessTokenGetWithResponse(ctx, body)
	must(err)
	print("token", "expires_in", *answer.JSON200.ExpiresIn)
	return *answer.JSON200.AccessToken
}

func read(ctx context.Context, client *weiban.ClientWithResponses) {
	number := "SJ20240305"
	answer, err := client.OpportunityOneWithResponse(ctx, &weiban.OpportunityOneParams{SerialNumber: &number})
	must(err)
	found := answer.JSON200.Opportunity
	print("read", "organization", found.Organization.Name, "stage", found.Stage.Name)
}

func list(ctx context.Context, client *weiban.ClientWithResponses) {
	limit, offset := 50, int64(0)
	customers := []string{}
	for {
		answer, err := client.ExternalUserListWithResponse(ctx, &weiban.ExternalUserListParams{Limit: &limit, Offset: &offset})
		must(err)
		for _, customer := range *answer.JSON200.ExternalUserList {
			customers = append(customers, customer.Id)
		}
		offset += int64(limit)
		if offset >= *answer.JSON200.Total {
			break
		}
	}
	print("list", "customers", customers)
}

func write(ctx context.Context, client *weiban.ClientWithResponses) {
	answer, err := client.TagCreateWithResponse(ctx, weiban.TagCreateJSONRequestBody{
		TagGroupId:  os.Getenv("WEIBAN_TAG_GROUP"),
		TagNameList: []string{`新语言 "tag" 1`},
	})
	must(err)
	print("write", "errcode", answer.JSON200.Errcode)
}

func fail(ctx context.Context, client *weiban.ClientWithResponses) {
	id := "1"
	answer, err := client.OpportunityOneWithResponse(ctx, &weiban.OpportunityOneParams{Id: &id})
	must(err)
	print("error", "errcode", answer.JSON200.Errcode)
}

func print(step string, pairs ...any) {
	line := map[string]any{"step": step}
	for index := 0; index < len(pairs); index += 2 {
		line[pairs[index].(string)] = pairs[index+1]
	}
	must(json.NewEncoder(os.Stdout).Encode(line))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
