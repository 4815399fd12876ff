package main

import (
	"errors"
	"iter"
	"reflect"
	"strings"
	"time"
)

// ErrLostRows is a list that gives the same page again, or empty pages before its end: better an error than lost rows.
var ErrLostRows = errors.New("the list gives no further rows though it has not ended")

// Paging is a way of paging.
type Paging struct {
	Kind     string // offset, offset-more, offset-total, offset-total-more, page-…, cursor-next
	Position string // the argument that moves on
	First    int
	Start    int // the caller's position; -1 if none was given
	HasStart bool
	Again    func(time.Duration) // waits before an empty page is asked for again
}

// Page is what the end of a list is told from.
type Page[Row any] struct {
	Rows  []Row
	Total *int
	More  *bool
	Next  any
}

// Walk asks for one page after the other, and yields their rows. The position is nil in the first request of a cursor.
func Walk[Row any](paging Paging, ask func(position any) (Page[Row], error)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		if err := walk(paging, ask, func(row Row) bool { return yield(row, nil) }); err != nil {
			var none Row
			yield(none, err)
		}
	}
}

func walk[Row any](paging Paging, ask func(position any) (Page[Row], error), yield func(Row) bool) error {
	var position any
	at := paging.First
	if paging.HasStart {
		at = paging.Start
	}
	if paging.Kind != "cursor-next" {
		position = at
	}
	received := 0
	var before []Row
	for {
		page, err := askAgain(paging, position, at, ask)
		if err != nil {
			return err
		}
		if len(page.Rows) == 0 {
			return nil
		}
		if reflect.DeepEqual(page.Rows, before) {
			if paging.Kind == "offset" {
				return nil // a list that ignores its offset gave everything at once
			}
			return ErrLostRows
		}
		before = page.Rows
		for _, row := range page.Rows {
			if !yield(row) {
				return nil
			}
		}
		received += len(page.Rows)
		switch {
		case paging.Kind == "cursor-next":
			position = page.Next
			if position == nil {
				return nil
			}
			continue
		case strings.HasPrefix(paging.Kind, "page"):
			at++
		default:
			at += len(page.Rows)
		}
		position = at
		if paging.hasEnded(page.Total, page.More, at, received) {
			return nil
		}
	}
}

// askAgain asks twice more for an empty page that must have rows.
func askAgain[Row any](paging Paging, position any, at int, ask func(any) (Page[Row], error)) (Page[Row], error) {
	for _, pause := range []time.Duration{500 * time.Millisecond, time.Second, 0} {
		page, err := ask(position)
		if err != nil || len(page.Rows) > 0 || !paging.owesRows(page.Total, page.More, at) {
			return page, err
		}
		if pause > 0 {
			paging.Again(pause)
		}
	}
	return Page[Row]{}, ErrLostRows
}

// owesRows says whether an empty page cannot be the end.
func (paging Paging) owesRows(total *int, more *bool, at int) bool {
	if more != nil {
		return *more
	}
	return total != nil && strings.HasPrefix(paging.Kind, "offset") && at < *total
}

// hasEnded says whether a page with rows was the last one. A total below the rows received is not believed.
func (paging Paging) hasEnded(total *int, more *bool, at, received int) bool {
	switch {
	case more != nil:
		return !*more
	case total == nil:
		return false
	case strings.HasPrefix(paging.Kind, "offset"):
		return at == *total
	}
	return !paging.HasStart && received == *total
}
