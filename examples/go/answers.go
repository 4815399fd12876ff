package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Envelope has the fields of an answer that say whether it is a success.
type Envelope struct {
	Code, Message, Flag string
	Ok                  []int
	Operations          []string
}

// Unreadable is an answer that is none of Weiban's, with the reason.
type Unreadable struct {
	Reason string
	Status int
}

func (err *Unreadable) Error() string {
	return fmt.Sprintf("no answer of Weiban: %s (HTTP status %d)", err.Reason, err.Status)
}

// Answers reads what Weiban answers.
type Answers struct {
	Envelopes map[string]Envelope // limits and envelopes come with the vectors of the npm package
	Errors    ErrorList
}

// Read returns the fields of a success without those of the envelope; else an *APIError or an *Unreadable. Numbers keep every
// digit.
func (answers *Answers) Read(operation string, status int, body []byte) (map[string]any, error) {
	fields, reason := parse(body)
	if reason != "" {
		return nil, &Unreadable{reason, status}
	}
	own, kind := answers.envelopeOf(operation)
	envelope := own
	if _, has := fields[own.Code]; !has {
		for _, name := range []string{"errcode", "status"} {
			if other := answers.Envelopes[name]; fields[other.Code] != nil {
				envelope = other
			}
		}
	}
	given, has := fields[envelope.Code]
	if !has {
		if kind != "status" && kind != "bare" {
			return nil, &Unreadable{"no-envelope", status}
		}
		return fields, nil
	}
	code, err := strconv.Atoi(fmt.Sprint(given))
	if err != nil {
		return nil, &Unreadable{"no-envelope", status}
	}
	if !slices.Contains(envelope.Ok, code) {
		message, _ := fields[envelope.Message].(string)
		return nil, &APIError{operation, code, message, answers.Errors.Of(operation, code)}
	}
	if envelope.Flag != "" && fields[envelope.Flag] == false {
		return nil, &Unreadable{"contradiction", status}
	}
	if status >= 400 {
		return nil, &Unreadable{"status", status}
	}
	for _, name := range []string{envelope.Code, envelope.Message, envelope.Flag} {
		delete(fields, name)
	}
	return fields, nil
}

// envelopeOf finds the envelope of an operation and its name; operations that no envelope lists have the first one.
func (answers *Answers) envelopeOf(operation string) (Envelope, string) {
	for name, envelope := range answers.Envelopes {
		if slices.Contains(envelope.Operations, operation) {
			return envelope, name
		}
	}
	return answers.Envelopes["errcode"], "errcode"
}

func parse(body []byte) (fields map[string]any, reason string) {
	text := bytes.TrimSpace(body)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	fields, isObject := value.(map[string]any)
	switch {
	case len(text) == 0:
		return nil, "empty"
	case text[0] == '<':
		return nil, "html"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, "truncated"
	case err != nil:
		return nil, "not-json"
	case !isObject:
		return nil, "no-envelope"
	}
	return fields, ""
}
