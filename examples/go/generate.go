package main

// DOCUMENT is the OpenAPI 3.0 document of the npm package: node_modules/weiban-openapi/openapi-3.0.json, or what
// `npx weiban spec --openapi 3.0 --path` prints.
//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -config config.yaml $DOCUMENT
