package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

// vectorCase is one case of a file: what is given, and what every implementation has to make of it.
type vectorCase struct {
	Name, Kind  string
	Given, Want json.RawMessage
}

// vectorFile is a file of generated/vectors, or node_modules/weiban-openapi/vectors.
type vectorFile struct {
	Cases    []vectorCase
	Defaults map[string]json.RawMessage
	facts    json.RawMessage
}

// outcome gives what this program makes of a case, in the form of its want.
type outcome func(t *testing.T, file vectorFile, vector vectorCase) any

// The folder of the npm package's data: error-codes.json, vectors/.
var dataFolder = os.Getenv("WEIBAN_DATA")

// TestVectors runs every case of every file.
func TestVectors(t *testing.T) {
	files := map[string]outcome{
		"answers": answerOf, "integers": integerOf, "limits": limitOf, "paging": pagingOf, "token": tokenOf, "webhooks": webhookOf,
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		var file vectorFile
		if err := readJSON(filepath.Join(dataFolder, "vectors", name+".json"), &file.facts); err != nil {
			t.Fatal(err)
		}
		json.Unmarshal(file.facts, &file)
		passed := 0
		for _, vector := range file.Cases {
			t.Run(name+"/"+vector.Name, func(t *testing.T) {
				if got := encoded(files[name](t, file, vector)); !equal(got, vector.Want) {
					t.Fatalf("%s in place of %s", got, vector.Want)
				}
				passed++
			})
		}
		fmt.Printf("%s %d of %d\n", name, passed, len(file.Cases))
	}
}

func encoded(value any) []byte {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // a bug in this file
	}
	return bytes.TrimSpace(text.Bytes())
}

// equal compares JSON texts, whatever the order of their keys.
func equal(one, other []byte) bool {
	return reflect.DeepEqual(decoded[any](one), decoded[any](other))
}

func decoded[Value any](text []byte) Value {
	var value Value
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		panic(fmt.Errorf("%s: %w", text, err)) // the file is not what this program was written for
	}
	return value
}
