package main

import "time"

const (
	tooManyInFlight = 10052
	tooManyCalls    = 10053
)

// Weiban blocks a company for a minute, an hour, the rest of the day in China, 30 days; it does not say which block applies.
var blocks = []func(time.Time) time.Time{
	func(now time.Time) time.Time { return now.Add(time.Minute) },
	func(now time.Time) time.Time { return now.Add(time.Hour) },
	func(now time.Time) time.Time {
		china := now.In(time.FixedZone("China", 8*3600))
		return time.Date(china.Year(), china.Month(), china.Day()+1, 0, 0, 0, 0, china.Location())
	},
	func(now time.Time) time.Time { return now.Add(30 * 24 * time.Hour) },
}

// Pause keeps calls of one class back after Weiban refused one. The shortest block is assumed, and the next one if a call is
// refused after it.
type Pause struct {
	Until time.Time
	code  int
	step  int
}

// Refuse notes a refused call. One that began before the last pause ended says nothing new.
func (pause *Pause) Refuse(code int, begun, now time.Time) {
	if begun.Before(pause.Until) {
		return
	}
	step := 0
	if pause.code == code {
		step = pause.step + 1
	}
	until := now.Add(time.Second << min(step, 20))
	if code == tooManyCalls {
		until = blocks[min(step, len(blocks)-1)](now)
	}
	*pause = Pause{Until: until, code: code, step: step}
}

// Pass notes an accepted call.
func (pause *Pause) Pass(begun time.Time) {
	if !begun.Before(pause.Until) {
		*pause = Pause{}
	}
}
