package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"weiban-example/weiban"
)

const tokenRefused = 10001

// LimitFacts has the limits of limits.json: of each class, and the class of the operations that are no reads.
type LimitFacts struct {
	Classes    map[string]Quota
	Operations map[string][]string
}

// Transport sends the calls of one company: within its limits, with its token, and with errors by name.
type Transport struct {
	Base    http.RoundTripper
	Tokens  *TokenSource
	Limits  *Limits
	Classes LimitFacts
	Answers *Answers
	Renewed func()
}

// RoundTrip sends a call, and once more if its token is refused.
func (transport *Transport) RoundTrip(request *http.Request) (*http.Response, error) {
	response, token, err := transport.send(request)
	var refused *APIError
	if !errors.As(err, &refused) || refused.Code != tokenRefused || token == "" {
		return response, err
	}
	transport.Tokens.Refused(token)
	if transport.Renewed != nil {
		transport.Renewed()
	}
	response, _, err = transport.send(request)
	return response, err
}

func (transport *Transport) send(request *http.Request) (*http.Response, string, error) {
	operation := operationOf(request.URL.Path)
	sent := request.Clone(request.Context())
	if request.GetBody != nil {
		sent.Body, _ = request.GetBody()
	}
	token := ""
	if operation != "accessTokenGet" {
		var err error
		if token, err = transport.Tokens.Get(request.Context()); err != nil {
			return nil, "", err
		}
		query := sent.URL.Query()
		query.Set("access_token", token)
		sent.URL.RawQuery = query.Encode()
	}
	leave, err := transport.Limits.Enter(request.Context(), operation, transport.Classes.of(operation))
	if err != nil {
		return nil, token, err
	}
	code := 0
	defer func() { leave(code) }()
	response, err := transport.Base.RoundTrip(sent)
	if err != nil {
		return nil, token, withoutAddress(operation, err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil {
		return nil, token, err
	}
	if _, err := transport.Answers.Read(operation, response.StatusCode, body); err != nil {
		var refused *APIError
		if errors.As(err, &refused) {
			code = refused.Code
		}
		return nil, token, err
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, token, nil
}

// withoutAddress keeps the token, which travels in the address, out of errors and logs.
func withoutAddress(operation string, err error) error {
	return errors.New(operation + ": " + strings.Split(err.Error(), "?")[0])
}

// operationOf gives the operation of a path, whose names follow from each other: /open-api/external_user/list is externalUserList.
func operationOf(path string) string {
	words := strings.FieldsFunc(strings.TrimPrefix(path, "/open-api/"), func(letter rune) bool { return letter == '/' || letter == '_' })
	for index, word := range words[1:] {
		words[index+1] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, "")
}

func (facts LimitFacts) of(operation string) string {
	for class, operations := range facts.Operations {
		if slices.Contains(operations, operation) {
			return class
		}
	}
	return "read"
}

// Client is the generated client, and what it goes through.
type Client struct {
	*weiban.ClientWithResponses
	Transport *Transport
}

// Options say whom to call, and with which credentials.
type Options struct {
	BaseURL, CorpID, Secret string
	Data                    string // the folder of the npm package's data: error-codes.json, vectors/
	Base                    http.RoundTripper
}

// Connect creates a client.
func Connect(options Options) (*Client, error) {
	transport := &Transport{Base: options.Base, Answers: &Answers{}}
	var err error
	if transport.Answers.Errors, err = ReadErrors(filepath.Join(options.Data, "error-codes.json")); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(options.Data, "vectors/answers.json"), transport.Answers); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(options.Data, "vectors/limits.json"), &transport.Classes); err != nil {
		return nil, err
	}
	transport.Limits = &Limits{Quotas: transport.Classes.Classes, Now: time.Now}
	client, err := weiban.NewClientWithResponses(options.BaseURL, weiban.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		return nil, err
	}
	body := weiban.AccessTokenGetJSONRequestBody{CorpId: options.CorpID, Secret: options.Secret}
	transport.Tokens = &TokenSource{Now: time.Now, Issue: func(ctx context.Context) (Token, error) {
		begun := time.Now()
		answer, err := client.AccessTokenGetWithResponse(ctx, body)
		if err != nil {
			return Token{}, err
		}
		return Token{*answer.JSON200.AccessToken, begun, time.Duration(*answer.JSON200.ExpiresIn) * time.Second}, nil
	}}
	return &Client{client, transport}, nil
}

// Customers walks all customers, page by page.
func (client *Client) Customers(ctx context.Context) iter.Seq2[weiban.Customer, error] {
	paging := Paging{Kind: "offset-total", Position: "offset", Again: time.Sleep}
	return Walk(paging, func(position any) (Page[weiban.Customer], error) {
		limit, offset := 50, int64(position.(int))
		answer, err := client.ExternalUserListWithResponse(ctx, &weiban.ExternalUserListParams{Limit: &limit, Offset: &offset})
		if err != nil {
			return Page[weiban.Customer]{}, err
		}
		total := int(*answer.JSON200.Total)
		return Page[weiban.Customer]{Rows: *answer.JSON200.ExternalUserList, Total: &total}, nil
	})
}

func readJSON(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}
