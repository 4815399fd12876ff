package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
)

// KnownError is an error that the documentation lists.
type KnownError struct {
	Name       string
	Code       int
	Zh         string
	AdviceZh   string
	Remedy     string
	Operations []string
}

// APIError is a refusal by Weiban. The same number means different things in different operations, so names come from both.
type APIError struct {
	Operation string
	Code      int
	Message   string
	Known     []KnownError
}

func (err *APIError) Error() string {
	if len(err.Known) == 0 {
		return fmt.Sprintf("%s: %d %s", err.Operation, err.Code, err.Message)
	}
	known := err.Known[0]
	return fmt.Sprintf("%s (%d): %s。%s", known.Name, err.Code, known.Zh, known.AdviceZh)
}

// Is makes errors.Is(err, Named("OpportunityNotFound")) work.
func (err *APIError) Is(target error) bool {
	name, isName := target.(Named)
	return isName && slices.ContainsFunc(err.Known, func(known KnownError) bool { return known.Name == string(name) })
}

// Named is an error by its name, for errors.Is.
type Named string

func (name Named) Error() string { return string(name) }

// ErrorList has every documented error.
type ErrorList []KnownError

// ReadErrors reads error-codes.json of the npm package.
func ReadErrors(path string) (ErrorList, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct{ Errors ErrorList }
	return file.Errors, json.Unmarshal(text, &file)
}

// Of gives the errors that an operation documents for a code, or else those that every call shares.
func (list ErrorList) Of(operation string, code int) []KnownError {
	var own, shared []KnownError
	for _, known := range list {
		if known.Code != code {
			continue
		}
		if slices.Contains(known.Operations, operation) {
			own = append(own, known)
		}
		if known.Remedy != "" {
			shared = append(shared, known)
		}
	}
	if len(own) > 0 {
		return own
	}
	return shared
}
