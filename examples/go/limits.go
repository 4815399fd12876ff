package main

import (
	"context"
	"sync"
	"time"
)

// Quota is the number of calls to one endpoint within any minute and any hour.
type Quota struct{ Minute, Hour int }

const maxInFlight = 5

// Limits keeps one company within its limits: calls in flight at once, and calls to each endpoint within any minute and hour.
// A call counts from its start until a full window after its end, because nobody knows when Weiban counts it.
type Limits struct {
	Quotas map[string]Quota // by class: read, write, bulk
	Now    func() time.Time

	mutex    sync.Mutex
	changed  chan struct{}
	inFlight int
	calls    map[string][]*call // by endpoint, the oldest first
	pauses   map[string]*Pause  // by class
}

type call struct{ ended time.Time } // zero while it is in flight

// Enter waits until a call may start. The function that it returns ends the call, with its error code.
func (limits *Limits) Enter(ctx context.Context, endpoint, class string) (func(code int), error) {
	for {
		limits.mutex.Lock()
		now := limits.Now()
		at, isKnown := limits.next(now, endpoint, class)
		if isKnown && !at.After(now) {
			leave := limits.begin(now, endpoint, class)
			limits.mutex.Unlock()
			return leave, nil
		}
		changed := limits.changes()
		limits.mutex.Unlock()
		timer := time.NewTimer(time.Hour)
		if isKnown {
			timer.Reset(at.Sub(now))
		}
		select {
		case <-timer.C:
		case <-changed:
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		}
		timer.Stop()
	}
}

// next says when a call may start at the earliest; false if that depends on the end of another one.
func (limits *Limits) next(now time.Time, endpoint, class string) (time.Time, bool) {
	if limits.inFlight >= maxInFlight {
		return now, false
	}
	at := now
	if pause := limits.pauses[class]; pause != nil && pause.Until.After(at) {
		at = pause.Until
	}
	calls := limits.calls[endpoint]
	quota := limits.Quotas[class]
	for _, window := range []struct {
		length time.Duration
		most   int
	}{{time.Minute, quota.Minute}, {time.Hour, quota.Hour}} {
		counted := 0
		var ends []time.Time
		for _, call := range calls {
			if call.ended.IsZero() {
				counted++
			} else if end := call.ended.Add(window.length); end.After(now) {
				counted++
				ends = append(ends, end)
			}
		}
		free := counted - window.most // so many of them have to leave the window first
		if free < 0 {
			continue
		}
		if free >= len(ends) {
			return now, false
		}
		if ends[free].After(at) {
			at = ends[free]
		}
	}
	return at, true
}

func (limits *Limits) begin(now time.Time, endpoint, class string) func(int) {
	if limits.calls == nil {
		limits.calls = map[string][]*call{}
		limits.pauses = map[string]*Pause{}
	}
	if limits.pauses[class] == nil {
		limits.pauses[class] = &Pause{}
	}
	begun := &call{}
	limits.inFlight++
	limits.calls[endpoint] = append(limits.calls[endpoint], begun)
	return func(code int) {
		limits.mutex.Lock()
		defer limits.mutex.Unlock()
		limits.inFlight--
		begun.ended = limits.Now()
		if code == tooManyInFlight || code == tooManyCalls {
			limits.pauses[class].Refuse(code, now, begun.ended)
		} else {
			limits.pauses[class].Pass(now)
		}
		limits.forget(endpoint, begun)
		close(limits.changes())
		limits.changed = nil
	}
}

// forget drops calls that no window counts any more, and keeps the others in the order of their ends.
func (limits *Limits) forget(endpoint string, last *call) {
	kept := limits.calls[endpoint][:0:0]
	for _, call := range limits.calls[endpoint] {
		if call != last && (call.ended.IsZero() || call.ended.Add(time.Hour).After(last.ended)) {
			kept = append(kept, call)
		}
	}
	limits.calls[endpoint] = append(kept, last)
}

// changes is closed when a call ends; the mutex is held.
func (limits *Limits) changes() chan struct{} {
	if limits.changed == nil {
		limits.changed = make(chan struct{})
	}
	return limits.changed
}
