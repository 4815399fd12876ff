package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func answerOf(t *testing.T, file vectorFile, vector vectorCase) any {
	given := decoded[struct {
		Operation string
		Status    int
		Body      string
	}](vector.Given)
	answers := decoded[*Answers](file.facts)
	var err error
	if answers.Errors, err = ReadErrors(filepath.Join(dataFolder, "error-codes.json")); err != nil {
		t.Fatal(err)
	}
	result, err := answers.Read(given.Operation, max(given.Status, 200), []byte(given.Body))
	var refused *APIError
	var unreadable *Unreadable
	switch {
	case errors.As(err, &refused):
		names := []string{}
		for _, known := range refused.Known {
			names = append(names, known.Name)
		}
		slices.Sort(names)
		return map[string]any{"code": refused.Code, "names": names}
	case errors.As(err, &unreadable):
		return map[string]any{"unreadable": unreadable.Reason}
	}
	return map[string]any{"result": result}
}

func integerOf(_ *testing.T, _ vectorFile, vector vectorCase) any {
	if vector.Kind == "send" {
		given := decoded[struct{ Name, Digits string }](vector.Given)
		number := json.Number(given.Digits)
		return map[string]any{
			"json":  string(encoded(map[string]any{given.Name: number})),
			"query": url.Values{given.Name: {number.String()}}.Encode(),
		}
	}
	value, _ := parse([]byte(decoded[string](vector.Given)))
	found := map[string]string{}
	for pointer := range decoded[map[string]string](vector.Want) {
		found[pointer] = fmt.Sprint(valueAt(value, strings.Split(pointer, "/")[1:]))
	}
	return found
}

func valueAt(value any, path []string) any {
	for _, step := range path {
		if list, isList := value.([]any); isList {
			index, _ := strconv.Atoi(step)
			value = list[index]
		} else {
			value = value.(map[string]any)[step]
		}
	}
	return value
}

func pagingOf(_ *testing.T, file vectorFile, vector vectorCase) any {
	given := decoded[struct {
		Arguments map[string]any
		Answers   []Page[string]
	}](vector.Given)
	kind := decoded[struct {
		Kinds map[string]struct {
			Arguments struct {
				Position string
				First    int
			}
		}
	}](file.facts).Kinds[vector.Kind]
	position := kind.Arguments.Position
	paging := Paging{Kind: vector.Kind, First: kind.Arguments.First, Again: func(time.Duration) {}}
	if start, has := given.Arguments[position].(json.Number); has {
		number, _ := start.Int64()
		paging.Start, paging.HasStart = int(number), true
	}
	requests := []map[string]any{}
	rows := []string{}
	want := map[string]any{}
	for row, err := range Walk(paging, func(at any) (Page[string], error) {
		request := map[string]any{}
		for name, value := range given.Arguments {
			request[name] = value
		}
		if at != nil {
			request[position] = at
		}
		requests = append(requests, request)
		return given.Answers[len(requests)-1], nil
	}) {
		if err != nil {
			want["error"] = true
		} else {
			rows = append(rows, row)
		}
	}
	want["requests"], want["rows"] = requests, rows
	return want
}
