// Calls the sandbox with the client that ogen makes, and prints a line of JSON for each step.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"languages/ogen/weiban"
)

// security gives the token to every call but the one that issues it.
type security struct{ token string }

func (source *security) AccessToken(context.Context, weiban.OperationName) (weiban.AccessToken, error) {
	return weiban.AccessToken{APIKey: source.token}, nil
}

func main() {
	ctx := context.Background()
	source := &security{}
	client, err := weiban.NewClient(os.Getenv("WEIBAN_BASE_URL"), source)
	must(err)

	issued, err := client.AccessTokenGet(ctx, &weiban.AccessTokenGetBody{CorpID: os.Getenv("WEIBAN_CORP_ID"), Secret: os.Getenv("WEIBAN_SECRET")})
	must(err)
	source.token = issued.AccessToken.Value
	print(map[string]any{"step": "token", "expires_in": issued.ExpiresIn.Value})

	one, err := client.OpportunityOne(ctx, weiban.OpportunityOneParams{SerialNumber: weiban.NewOptString("SJ20240305")})
	must(err)
	found := one.Opportunity.Value
	print(map[string]any{"step": "read", "organization": found.Organization.Name, "stage": found.Stage.Name})

	customers := []string{}
	for offset := int64(0); ; {
		page, err := client.ExternalUserList(ctx, weiban.ExternalUserListParams{Limit: weiban.NewOptInt(50), Offset: weiban.NewOptInt64(offset)})
		must(err)
		for _, customer := range page.ExternalUserList {
			customers = append(customers, customer.ID)
		}
		offset += int64(len(page.ExternalUserList))
		if offset >= page.Total.Value {
			break
		}
	}
	print(map[string]any{"step": "list", "customers": customers})

	written, err := client.TagCreate(ctx, &weiban.TagCreateBody{TagGroupID: os.Getenv("WEIBAN_TAG_GROUP"), TagNameList: []string{`新语言 "tag" 1`}})
	must(err)
	print(map[string]any{"step": "write", "errcode": written.Errcode})

	refused, err := client.OpportunityOne(ctx, weiban.OpportunityOneParams{ID: weiban.NewOptString("1")})
	must(err)
	print(map[string]any{"step": "error", "errcode": refused.Errcode})
}

func print(line map[string]any) { must(json.NewEncoder(os.Stdout).Encode(line)) }

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
