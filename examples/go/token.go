package main

import (
	"context"
	"sync"
	"time"
)

const (
	renewAhead  = 300 * time.Second
	retryAfter  = 30 * time.Second
	shortestUse = 10 // a tenth of a short life
)

// Token is an access token with the time from which it counts, and how long it lives.
type Token struct {
	Value    string
	IssuedAt time.Time
	Lifetime time.Duration
}

// Age says what to do with a token at a time: "use" it, "renew-ahead" (use it while another is requested), or "renew" first.
func (token Token) Age(now time.Time) string {
	left := token.IssuedAt.Add(token.Lifetime).Sub(now)
	switch {
	case left <= 0:
		return "renew"
	case left <= min(renewAhead, token.Lifetime/shortestUse):
		return "renew-ahead"
	}
	return "use"
}

// TokenSource keeps the token of one company. However many callers wait, it requests one token.
type TokenSource struct {
	Issue func(context.Context) (Token, error)
	Now   func() time.Time

	mutex     sync.Mutex
	token     Token
	request   *request
	notBefore time.Time // after a failed renewal ahead of time
}

type request struct {
	done  chan struct{}
	token Token
	err   error
}

// Get returns a token that is not expired.
func (source *TokenSource) Get(ctx context.Context) (string, error) {
	source.mutex.Lock()
	now := source.Now()
	age := source.token.Age(now)
	if age != "renew" {
		if age == "renew-ahead" && source.request == nil && !now.Before(source.notBefore) {
			source.start(context.WithoutCancel(ctx))
		}
		defer source.mutex.Unlock()
		return source.token.Value, nil
	}
	if source.request == nil {
		source.start(context.WithoutCancel(ctx))
	}
	pending := source.request
	source.mutex.Unlock()
	select {
	case <-pending.done:
		return pending.token.Value, pending.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Refused forgets a token that the server refuses, unless it was replaced in the meantime.
func (source *TokenSource) Refused(value string) {
	source.mutex.Lock()
	defer source.mutex.Unlock()
	if source.token.Value == value {
		source.token = Token{}
	}
}

// start requests a token; the mutex is held.
func (source *TokenSource) start(ctx context.Context) {
	pending := &request{done: make(chan struct{})}
	source.request = pending
	go func() {
		pending.token, pending.err = source.Issue(ctx)
		source.mutex.Lock()
		defer source.mutex.Unlock()
		if pending.err == nil {
			source.token = pending.token
		} else {
			source.notBefore = source.Now().Add(retryAfter)
		}
		source.request = nil
		close(pending.done)
	}()
}
