// Calls Weiban with the client that oapi-codegen makes, as a program in production would.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"weiban-example/weiban"
)

func main() {
	log.SetFlags(0)
	var err error
	switch {
	case len(os.Args) == 2 && os.Args[1] == "tour":
		err = tour(context.Background())
	case len(os.Args) == 3 && os.Args[1] == "receive":
		err = receive(os.Args[2])
	default:
		err = errors.New("usage: weiban-example tour | receive <port>")
	}
	if err != nil {
		log.Fatal(err)
	}
}

// tour reads customers and an opportunity that does not exist.
func tour(ctx context.Context) error {
	base := http.DefaultTransport.(*http.Transport).Clone()
	base.ResponseHeaderTimeout = 30 * time.Second
	client, err := Connect(Options{
		BaseURL: os.Getenv("WEIBAN_BASE_URL"),
		CorpID:  os.Getenv("WEIBAN_CORP_ID"),
		Secret:  os.Getenv("WEIBAN_SECRET"),
		Data:    os.Getenv("WEIBAN_DATA"),
		Base:    base,
	})
	if err != nil {
		return err
	}
	if err := manyCallers(ctx, client); err != nil {
		return err
	}
	client.Transport.Renewed = func() { fmt.Println("renewed after 10001") }
	count := 0
	for _, err := range client.Customers(ctx) {
		if err != nil {
			return err
		}
		count++
	}
	fmt.Println("customers:", count)
	id := "1"
	_, err = client.OpportunityOneWithResponse(ctx, &weiban.OpportunityOneParams{Id: &id})
	var refused *APIError
	if !errors.Is(err, Named("OpportunityNotFound")) || !errors.As(err, &refused) {
		return fmt.Errorf("an opportunity of the id 1: %w", err)
	}
	fmt.Println(refused)
	return nil
}

func manyCallers(ctx context.Context, client *Client) error {
	const callers = 20
	requests := 0
	issue := client.Transport.Tokens.Issue
	client.Transport.Tokens.Issue = func(ctx context.Context) (Token, error) {
		requests++ // one at a time
		return issue(ctx)
	}
	var group sync.WaitGroup
	failures := make(chan error, callers)
	for range callers {
		group.Go(func() {
			number := "SJ20240305"
			_, err := client.OpportunityOneWithResponse(ctx, &weiban.OpportunityOneParams{SerialNumber: &number})
			failures <- err
		})
	}
	group.Wait()
	close(failures)
	for err := range failures {
		if err != nil {
			return err
		}
	}
	fmt.Printf("token: %d request for %d callers\n", requests, callers)
	return nil
}

// receive listens for pushed messages, and prints each as one line.
func receive(port string) error {
	key, err := ParseKey(os.Getenv("WEIBAN_WEBHOOK_AES_KEY"))
	if err != nil {
		return err
	}
	receiver := &Receiver{
		Token:      os.Getenv("WEIBAN_WEBHOOK_TOKEN"),
		Key:        key,
		ReceiveIDs: strings.Split(os.Getenv("WEIBAN_WEBHOOK_RECEIVE_ID"), ","),
		Window:     5 * time.Minute,
		MaxBody:    1 << 20,
		Now:        time.Now,
	}
	handler := func(response http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(io.LimitReader(request.Body, int64(receiver.MaxBody)+1))
		if err != nil {
			return
		}
		reply := receiver.Answer(request.Method, request.URL.RawQuery, body)
		if reply.Refused != "" {
			fmt.Println("refused:", reply.Refused)
		}
		if reply.Text != "" {
			fmt.Println(strings.NewReplacer("\r", " ", "\n", " ").Replace(reply.Text))
		}
		response.WriteHeader(reply.Status)
		io.WriteString(response, reply.Body)
	}
	server := &http.Server{Addr: "127.0.0.1:" + port, Handler: http.HandlerFunc(handler), ReadHeaderTimeout: 10 * time.Second}
	fmt.Println("listening on", server.Addr)
	return server.ListenAndServe()
}
