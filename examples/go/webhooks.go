package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const blockSize = 32 // WeCom pads to 32 bytes, not to the 16 of AES

var aesKeyPattern = regexp.MustCompile(`^[A-Za-z0-9]{43}$`)

// Receiver verifies and decrypts pushed messages.
type Receiver struct {
	Token      string
	Key        []byte
	ReceiveIDs []string
	Window     time.Duration
	MaxBody    int
	Now        func() time.Time

	mutex sync.Mutex
	seen  map[string]time.Time
}

// Reply is what the receiver answers, and for its own log: the message, or why it was refused.
type Reply struct {
	Status    int
	Body      string
	Text      string
	ReceiveID string
	Refused   string
}

// ParseKey reads the encodingAesKey of the callback application.
func ParseKey(text string) ([]byte, error) {
	if !aesKeyPattern.MatchString(text) {
		return nil, errors.New("encodingAesKey must be the 43 letters and digits of the callback application")
	}
	// The last character has two bits too many.
	return base64.StdEncoding.DecodeString(text + "=")
}

// Sign gives the signature of a message.
func Sign(token, timestamp, nonce, encrypted string) string {
	parts := []string{token, timestamp, nonce, encrypted}
	slices.Sort(parts)
	sum := sha1.Sum([]byte(strings.Join(parts, "")))
	return hex.EncodeToString(sum[:])
}

// Encrypt makes the ciphertext of a text; random has 16 bytes.
func Encrypt(key, random []byte, text, receiveID string) string {
	frame := binary.BigEndian.AppendUint32(slices.Clone(random), uint32(len(text)))
	frame = append(append(frame, text...), receiveID...)
	padding := blockSize - len(frame)%blockSize
	frame = append(frame, bytes.Repeat([]byte{byte(padding)}, padding)...)
	block, _ := aes.NewCipher(key) // the key has 32 bytes
	cipher.NewCBCEncrypter(block, key[:aes.BlockSize]).CryptBlocks(frame, frame)
	return base64.StdEncoding.EncodeToString(frame)
}

// decrypt gives text and receive id; false if the key does not open the message.
func (receiver *Receiver) decrypt(encrypted string) (text []byte, receiveID string, isOpen bool) {
	frame, err := base64.StdEncoding.Strict().DecodeString(encrypted)
	if err != nil || len(frame) == 0 || len(frame)%blockSize != 0 {
		return nil, "", false
	}
	block, _ := aes.NewCipher(receiver.Key)
	cipher.NewCBCDecrypter(block, receiver.Key[:aes.BlockSize]).CryptBlocks(frame, frame)
	padding := int(frame[len(frame)-1])
	if padding < 1 || padding > blockSize || !bytes.HasSuffix(frame, bytes.Repeat([]byte{byte(padding)}, padding)) {
		return nil, "", false
	}
	frame = frame[:len(frame)-padding]
	if len(frame) < 20 {
		return nil, "", false
	}
	length := int(binary.BigEndian.Uint32(frame[16:20]))
	if length > len(frame)-20 {
		return nil, "", false
	}
	return frame[20 : 20+length], string(frame[20+length:]), true
}

// Answer says what to answer to a request. It tells the sender nothing about a refusal.
func (receiver *Receiver) Answer(method, rawQuery string, body []byte) Reply {
	if method != "GET" && method != "POST" {
		return Reply{Status: 405}
	}
	if len(body) > receiver.MaxBody {
		return Reply{Status: 413, Refused: "size"}
	}
	text, receiveID, refused := receiver.open(method, rawQuery, body)
	switch {
	case refused != "":
		return Reply{Status: 401, Refused: refused}
	case method == "GET":
		return Reply{Status: 200, Body: string(text)}
	}
	var message map[string]any
	if !utf8.Valid(text) || json.Unmarshal(text, &message) != nil || message == nil {
		return Reply{Status: 401, Refused: "message"}
	}
	reply := Reply{Status: 200, Body: `{"errcode":0}`, ReceiveID: receiveID}
	if receiver.isNew(message) {
		reply.Text = string(text)
	}
	return reply
}

// open verifies a request and decrypts what it carries, or says why not.
func (receiver *Receiver) open(method, rawQuery string, body []byte) (text []byte, receiveID, refused string) {
	query, err := url.ParseQuery(rawQuery)
	signature, timestamp, nonce := query["msg_signature"], query["timestamp"], query["nonce"]
	if err != nil || len(signature) != 1 || len(timestamp) != 1 || len(nonce) != 1 {
		return nil, "", "query"
	}
	sent, err := strconv.ParseInt(timestamp[0], 10, 64)
	if err != nil {
		return nil, "", "query"
	}
	encrypted, refused := ciphertext(method, query, body)
	if refused != "" {
		return nil, "", refused
	}
	text, receiveID, isOpen := receiver.decrypt(encrypted)
	expected := Sign(receiver.Token, timestamp[0], nonce[0], encrypted)
	switch {
	case subtle.ConstantTimeCompare([]byte(expected), []byte(signature[0])) != 1:
		if isOpen {
			return nil, "", "token"
		}
		return nil, "", "signature"
	case receiver.age(sent).Abs() > receiver.Window:
		return nil, "", "clock"
	case !isOpen:
		return nil, "", "key"
	case !slices.Contains(receiver.ReceiveIDs, receiveID):
		return nil, "", "receiveId"
	}
	return text, receiveID, ""
}

func ciphertext(method string, query url.Values, body []byte) (encrypted, refused string) {
	if method == "GET" {
		if len(query["echostr"]) != 1 {
			return "", "query"
		}
		return strings.ReplaceAll(query["echostr"][0], " ", "+"), ""
	}
	var fields struct{ Encrypt *string }
	if json.Unmarshal(body, &fields) != nil || fields.Encrypt == nil {
		return "", "body"
	}
	return *fields.Encrypt, ""
}

// age of a message whose timestamp is in seconds, or in milliseconds.
func (receiver *Receiver) age(sent int64) time.Duration {
	if sent < 100_000_000_000 {
		sent *= 1000
	}
	return receiver.Now().Sub(time.UnixMilli(sent))
}

// isNew is false for a message that came before: Weiban repeats what was not acknowledged in time.
func (receiver *Receiver) isNew(message map[string]any) bool {
	if message["id"] == nil {
		return true
	}
	receiver.mutex.Lock()
	defer receiver.mutex.Unlock()
	now := receiver.Now()
	for key, at := range receiver.seen {
		if now.Sub(at) > 24*time.Hour {
			delete(receiver.seen, key)
		}
	}
	key := fmt.Sprintf("%q", []any{message["id"], message["event"], message["status"]})
	if _, has := receiver.seen[key]; has {
		return false
	}
	if receiver.seen == nil {
		receiver.seen = map[string]time.Time{}
	}
	receiver.seen[key] = now
	return true
}
