package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"weiban-example/weiban"
)

// since gives the milliseconds from a time to now.
func since(begin time.Time) int64 { return time.Since(begin).Milliseconds() }

func limitOf(t *testing.T, file vectorFile, vector vectorCase) any {
	if vector.Kind == "pauses" {
		given := decoded[struct {
			Code int
			At   []int64
		}](vector.Given)
		var pause Pause
		until := []int64{}
		for _, now := range given.At {
			pause.Refuse(given.Code, time.UnixMilli(now), time.UnixMilli(now))
			until = append(until, pause.Until.UnixMilli())
		}
		return map[string]any{"until": until}
	}
	var starts [][2]int64
	synctest.Test(t, func(t *testing.T) { starts = scheduleOf(file, vector) })
	return map[string]any{"starts": starts}
}

// scheduleOf lets calls through the limits, in the clock of synctest, which passes without waiting.
func scheduleOf(file vectorFile, vector vectorCase) [][2]int64 {
	given := decoded[struct {
		Class  string
		Limits Quota
		Calls  []struct {
			Endpoint    string
			At, Takes   int64
			Count, Code int
		}
	}](vector.Given)
	quota := decoded[LimitFacts](file.facts).Classes[given.Class]
	if given.Limits.Minute > 0 {
		quota.Minute = given.Limits.Minute
	}
	if given.Limits.Hour > 0 {
		quota.Hour = given.Limits.Hour
	}
	limits := &Limits{Quotas: map[string]Quota{given.Class: quota}, Now: time.Now}
	begin := time.Now()
	var group sync.WaitGroup
	var mutex sync.Mutex
	var started []int64
	for _, call := range given.Calls {
		time.Sleep(time.Duration(call.At-since(begin)) * time.Millisecond)
		for range max(call.Count, 1) {
			group.Go(func() {
				leave, _ := limits.Enter(context.Background(), call.Endpoint, given.Class)
				mutex.Lock()
				started = append(started, since(begin))
				mutex.Unlock()
				time.Sleep(time.Duration(call.Takes) * time.Millisecond)
				leave(call.Code)
			})
		}
		synctest.Wait()
	}
	group.Wait()
	slices.Sort(started)
	runs := [][2]int64{}
	for _, at := range started {
		if last := len(runs) - 1; last >= 0 && runs[last][0] == at {
			runs[last][1]++
		} else {
			runs = append(runs, [2]int64{at, 1})
		}
	}
	return runs
}

func tokenOf(t *testing.T, _ vectorFile, vector vectorCase) (found any) {
	switch vector.Kind {
	case "age":
		given := decoded[struct {
			IssuedAt, Now int64
			ExpiresIn     int64 `json:"expires_in"`
		}](vector.Given)
		token := Token{"t", time.UnixMilli(given.IssuedAt), time.Duration(given.ExpiresIn) * time.Second}
		return token.Age(time.UnixMilli(given.Now))
	case "later":
		synctest.Test(t, func(*testing.T) { found = laterOf(vector) })
	case "together":
		synctest.Test(t, func(t *testing.T) { found = togetherOf(t, vector) })
	}
	return found
}

func laterOf(vector vectorCase) any {
	given := decoded[struct {
		ExpiresIn    int64 `json:"expires_in"`
		Token, Calls []int64
	}](vector.Given)
	requests, issued := 0, 0
	source := &TokenSource{Now: time.Now, Issue: func(context.Context) (Token, error) {
		answer := given.Token[min(requests, len(given.Token)-1)]
		requests++
		if answer != 0 {
			return Token{}, errors.New("refused")
		}
		issued++
		return Token{fmt.Sprint(issued), time.Now(), time.Duration(given.ExpiresIn) * time.Second}, nil
	}}
	begin := time.Now()
	tokens := []*json.Number{}
	for _, at := range given.Calls {
		time.Sleep(time.Duration(at-since(begin)) * time.Millisecond)
		token, err := source.Get(context.Background())
		used := json.Number(token)
		if err != nil {
			tokens = append(tokens, nil)
		} else {
			tokens = append(tokens, &used)
		}
		synctest.Wait()
	}
	return map[string]any{"tokenRequests": requests, "tokens": tokens}
}

// server answers with the codes of a vector, each call after a moment, so that calls at the same time are sent together.
type server struct {
	mutex sync.Mutex
	codes map[string][]int
	sent  map[string]int
}

func (server *server) RoundTrip(request *http.Request) (*http.Response, error) {
	server.mutex.Lock()
	name := path.Base(path.Dir(request.URL.Path))
	codes := server.codes[name]
	code := codes[min(server.sent[name], len(codes)-1)]
	server.sent[name]++
	server.mutex.Unlock()
	time.Sleep(10 * time.Millisecond)
	body := encoded(map[string]any{"errcode": code, "errmsg": "x", "access_token": "t", "expires_in": 7200})
	header := http.Header{"Content-Type": {"application/json"}}
	return &http.Response{StatusCode: 200, Header: header, Body: io.NopCloser(bytes.NewReader(body)), Request: request}, nil
}

func togetherOf(t *testing.T, vector vectorCase) any {
	given := decoded[struct {
		Calls          int
		Token, Answers []int
	}](vector.Given)
	server := &server{codes: map[string][]int{"access_token": given.Token, "staff": given.Answers}, sent: map[string]int{}}
	client, err := Connect(Options{BaseURL: "http://weiban.example", CorpID: "c", Secret: "s", Data: dataFolder, Base: server})
	if err != nil {
		t.Fatal(err)
	}
	codes := make([]int, given.Calls)
	var group sync.WaitGroup
	for index := range codes {
		group.Go(func() {
			_, err := client.StaffListWithResponse(t.Context(), &weiban.StaffListParams{})
			var refused *APIError
			if errors.As(err, &refused) {
				codes[index] = refused.Code
			} else if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if slices.Min(codes) != slices.Max(codes) {
		t.Errorf("the calls end with %v", codes)
	}
	return map[string]any{"tokenRequests": server.sent["access_token"], "sent": server.sent["staff"], "call": codes[0]}
}
