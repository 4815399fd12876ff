package main

import (
	"encoding/hex"
	"encoding/json"
	"math"
	"testing"
	"time"
)

// arrival has what the cases of webhooks give, of every kind.
type arrival struct {
	Token, EncodingAesKey, ReceiveID, Timestamp, Nonce, Random, Text string
	Method, Query, Body                                              string
	ReceiveIDs, Texts                                                []string
	Window, Now                                                      int64
	MaxBodyBytes                                                     int
}

func webhookOf(t *testing.T, file vectorFile, vector vectorCase) any {
	var given arrival
	if defaults := file.Defaults[vector.Kind]; defaults != nil {
		given = decoded[arrival](defaults)
	}
	if err := json.Unmarshal(vector.Given, &given); err != nil {
		t.Fatal(err)
	}
	key, err := ParseKey(given.EncodingAesKey)
	switch vector.Kind {
	case "key":
		return map[string]any{"usable": err == nil}
	case "encrypt":
		random, _ := hex.DecodeString(given.Random)
		encrypted := Encrypt(key, random, given.Text, given.ReceiveID)
		signature := Sign(given.Token, given.Timestamp, given.Nonce, encrypted)
		return map[string]any{"encrypt": encrypted, "signature": signature}
	case "deliveries":
		receiver := &Receiver{Now: time.Now}
		handled := []bool{}
		for _, text := range given.Texts {
			handled = append(handled, receiver.isNew(decoded[map[string]any]([]byte(text))))
		}
		return map[string]any{"handled": handled}
	}
	if given.MaxBodyBytes == 0 {
		given.MaxBodyBytes = math.MaxInt
	}
	receiver := &Receiver{
		Token: given.Token, Key: key, ReceiveIDs: given.ReceiveIDs, MaxBody: given.MaxBodyBytes,
		Window: time.Duration(given.Window) * time.Millisecond,
		Now:    func() time.Time { return time.UnixMilli(given.Now) },
	}
	reply := receiver.Answer(given.Method, given.Query, []byte(given.Body))
	found := map[string]any{"status": reply.Status}
	for name, text := range map[string]string{
		"answer": reply.Body, "text": reply.Text, "receiveId": reply.ReceiveID, "refused": reply.Refused,
	} {
		if text != "" {
			found[name] = text
		}
	}
	return found
}
