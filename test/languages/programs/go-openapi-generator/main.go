// Calls the sandbox with the client that openapi-generator makes, and prints a line of JSON for each step.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	weiban "languages/openapigenerator/client"
)

func main() {
	configuration := weiban.NewConfiguration()
	configuration.Servers = weiban.ServerConfigurations{{URL: os.Getenv("WEIBAN_BASE_URL")}}
	client := weiban.NewAPIClient(configuration)
	body := weiban.NewAccessTokenGetBody(os.Getenv("WEIBAN_CORP_ID"), os.Getenv("WEIBAN_SECRET"))
	issued, _, err := client.AccessTokenAPI.AccessTokenGet(context.Background()).AccessTokenGetBody(*body).Execute()
	must(err)
	print(map[string]any{"step": "token", "expires_in": issued.GetExpiresIn()})
	ctx := context.WithValue(context.Background(), weiban.ContextAPIKeys, map[string]weiban.APIKey{"accessToken": {Key: issued.GetAccessToken()}})

	one, _, err := client.SalesProcessAPI.OpportunityOne(ctx).SerialNumber("SJ20240305").Execute()
	must(err)
	found := one.GetOpportunity()
	organization, stage := found.GetOrganization(), found.GetStage()
	print(map[string]any{"step": "read", "organization": organization.GetName(), "stage": stage.GetName()})

	customers := []string{}
	for offset := int64(0); ; {
		page, _, err := client.CustomersAPI.ExternalUserList(ctx).Limit(50).Offset(offset).Execute()
		must(err)
		for _, customer := range page.GetExternalUserList() {
			customers = append(customers, customer.GetId())
		}
		offset += int64(len(page.GetExternalUserList()))
		if offset >= page.GetTotal() {
			break
		}
	}
	print(map[string]any{"step": "list", "customers": customers})

	tag := weiban.NewTagCreateBody(os.Getenv("WEIBAN_TAG_GROUP"), []string{`新语言 "tag" 1`})
	written, _, err := client.TagLibraryAPI.TagCreate(ctx).TagCreateBody(*tag).Execute()
	must(err)
	print(map[string]any{"step": "write", "errcode": written.GetErrcode()})

	refused, _, err := client.SalesProcessAPI.OpportunityOne(ctx).Id("1").Execute()
	must(err)
	print(map[string]any{"step": "error", "errcode": refused.GetErrcode()})
}

func print(line map[string]any) { must(json.NewEncoder(os.Stdout).Encode(line)) }

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
