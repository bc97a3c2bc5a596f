// Package thuocdo scores schools by an official set of indicators: one file over thuocdo.h, by cgo. It needs no module but Go's own.
//
//	scorer, err := thuocdo.Shipped("moet-4725-2022", thuocdo.Vi)
//	if err != nil {
//		return err
//	}
//	defer scorer.Close()
//	card, err := scorer.Score([]byte(`{ "conditions": {}, "answers": { "1.3.1": 6 } }`), thuocdo.Vi)
//
// Texts are UTF-8. What is refused is an *Error. pkg-config tells where the library is.
package thuocdo

/*
#cgo pkg-config: thuocdo
#include <thuocdo.h>
*/
import "C"

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"unsafe"
)

// Lang is the language of messages and explanations.
type Lang int32

// The languages.
const (
	Vi Lang = C.THUOCDO_VI
	En Lang = C.THUOCDO_EN
)

// Status is how a call ended.
type Status int32

// The ways in which a call fails; thuocdo.h says what they mean.
const (
	Refused      Status = C.THUOCDO_REFUSED
	NullArgument Status = C.THUOCDO_NULL_ARGUMENT
	BadLength    Status = C.THUOCDO_BAD_LENGTH
	BadOption    Status = C.THUOCDO_BAD_OPTION
	BadStream    Status = C.THUOCDO_BAD_STREAM
	Panicked     Status = C.THUOCDO_PANICKED
)

// ErrClosed is what a scorer or a collector answers after Close.
var ErrClosed = errors.New("thuocdo: closed already")

// Error is why a call was not carried out.
type Error struct {
	// Status tells whether the data is at fault (Refused) or the program.
	Status Status
	// Code is that of the first violation, such as points_out_of_range.
	Code string
	// Message is for people, in the language of the call.
	Message string
	// JSON holds all violations: {"violations":[...]}.
	JSON []byte
}

// Error is the message.
func (e *Error) Error() string { return e.Message }

// Scorer is a framework with its overlays, compiled. Goroutines may share it.
type Scorer struct {
	// Held for reading by each call, so that Close waits for calls. Given back after the call, it also keeps the finalizer from coming before.
	mutex  sync.RWMutex
	handle *C.thuocdo_scorer
}

// Shipped makes a scorer of a framework that comes with the library.
func Shipped(id string, lang Lang) (*Scorer, error) {
	text := []byte(id)
	return made(func(out **C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_scorer_shipped(pointer(text), size(text), C.int32_t(lang), out, err)
	})
}

// Load makes a scorer of a framework file.
func Load(json []byte, lang Lang) (*Scorer, error) {
	return made(func(out **C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_scorer_load(pointer(json), size(json), C.int32_t(lang), out, err)
	})
}

// Overlay makes the same with one more overlay on top; this one stays as it is.
func (s *Scorer) Overlay(json []byte, lang Lang) (above *Scorer, err error) {
	closed := s.open(func(handle *C.thuocdo_scorer) {
		above, err = made(func(out **C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
			return C.thuocdo_scorer_overlay(handle, pointer(json), size(json), C.int32_t(lang), out, err)
		})
	})
	if closed != nil {
		return nil, closed
	}
	return above, err
}

// Close frees the scorer when the last call has ended; it may be called again. What is forgotten is freed by the garbage collector.
func (s *Scorer) Close() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	C.thuocdo_scorer_free(s.handle)
	s.handle = nil
	runtime.SetFinalizer(s, nil)
	return nil
}

// Score gives the scorecard as canonical JSON.
func (s *Scorer) Score(assessment []byte, lang Lang) ([]byte, error) {
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_score(handle, pointer(assessment), size(assessment), C.int32_t(lang), out, err)
	})
}

// Check gives {"violations":[...]}, the list empty where nothing is wrong.
func (s *Scorer) Check(assessment []byte, lang Lang) ([]byte, error) {
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_check(handle, pointer(assessment), size(assessment), C.int32_t(lang), out, err)
	})
}

// Explain tells why, in words, as JSON.
func (s *Scorer) Explain(assessment []byte, lang Lang) ([]byte, error) {
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_explain(handle, pointer(assessment), size(assessment), C.int32_t(lang), out, err)
	})
}

// ScoreNDJSON gives a line for each line.
func (s *Scorer) ScoreNDJSON(lines []byte, lang Lang) ([]byte, error) {
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_score_ndjson(handle, pointer(lines), size(lines), C.int32_t(lang), out, err)
	})
}

// Collect begins a question of many documents: agreement, cohort, publication or quality_batch. The request is that of Ask without its lists, such as
// {}. The scorer may be closed before the collector.
func (s *Scorer) Collect(question string, request []byte, lang Lang) (*Collector, error) {
	word := []byte(question)
	c := new(Collector)
	err := s.call(func(handle *C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_collect(handle, pointer(word), size(word), pointer(request), size(request), C.int32_t(lang), &c.handle, err)
	})
	if err != nil {
		return nil, err
	}
	runtime.SetFinalizer(c, (*Collector).Close)
	return c, nil
}

// Collector is a question of many documents, which are added one by one. Goroutines may share it.
type Collector struct {
	// As that of a scorer.
	mutex  sync.RWMutex
	handle *C.thuocdo_collector
}

// Add adds a document to a list of the request, such as scorecards. One that is refused is left out; the others stay.
func (c *Collector) Add(list string, document []byte, lang Lang) error {
	c.mutex.RLock()
	defer c.mutex.RUnlock()
	if c.handle == nil {
		return ErrClosed
	}
	to := []byte(list)
	return told(func(err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_collector_add(c.handle, pointer(to), size(to), pointer(document), size(document), C.int32_t(lang), err)
	})
}

// Answer gives the answer of the documents that were taken so far.
func (c *Collector) Answer(lang Lang) ([]byte, error) {
	c.mutex.RLock()
	defer c.mutex.RUnlock()
	if c.handle == nil {
		return nil, ErrClosed
	}
	var buffer C.thuocdo_buffer
	defer C.thuocdo_buffer_free(&buffer)
	err := told(func(err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_collector_answer(c.handle, C.int32_t(lang), &buffer, err)
	})
	if err != nil {
		return nil, err
	}
	return copied(buffer.ptr, buffer.len), nil
}

// Close frees the collector when the last call has ended; it may be called again. What is forgotten is freed by the garbage collector.
func (c *Collector) Close() error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	C.thuocdo_collector_free(c.handle)
	c.handle = nil
	runtime.SetFinalizer(c, nil)
	return nil
}

// Ask asks what is done with scores: a question of docs/PRACTICE.md.
func (s *Scorer) Ask(question string, request []byte, lang Lang) ([]byte, error) {
	word := []byte(question)
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_ask(handle, pointer(word), size(word), pointer(request), size(request), C.int32_t(lang), out, err)
	})
}

// Schema gives a JSON Schema by name.
func (s *Scorer) Schema(name string, lang Lang) ([]byte, error) {
	word := []byte(name)
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_schema(handle, pointer(word), size(word), C.int32_t(lang), out, err)
	})
}

// Framework gives the framework with its overlays as canonical JSON.
func (s *Scorer) Framework() ([]byte, error) {
	return s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_framework(handle, out, err)
	})
}

// Digest gives the digest of that.
func (s *Scorer) Digest() (string, error) {
	digest, err := s.text(func(handle *C.thuocdo_scorer, out *C.thuocdo_buffer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_digest(handle, out, err)
	})
	return string(digest), err
}

// Level gives the level of a total in a group; points as in JSON, such as "75.01".
func (s *Scorer) Level(group, points string, lang Lang) (int, error) {
	word, text := []byte(group), []byte(points)
	var level C.uint8_t
	err := s.call(func(handle *C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_level(handle, pointer(word), size(word), pointer(text), size(text), C.int32_t(lang), &level, err)
	})
	return int(level), err
}

// open lends the handle, which nobody frees meanwhile.
func (s *Scorer) open(use func(*C.thuocdo_scorer)) error {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	if s.handle == nil {
		return ErrClosed
	}
	use(s.handle)
	return nil
}

func (s *Scorer) call(entry func(*C.thuocdo_scorer, **C.thuocdo_error) C.thuocdo_status) (err error) {
	closed := s.open(func(handle *C.thuocdo_scorer) {
		err = told(func(failure **C.thuocdo_error) C.thuocdo_status { return entry(handle, failure) })
	})
	if closed != nil {
		return closed
	}
	return err
}

func (s *Scorer) text(entry func(*C.thuocdo_scorer, *C.thuocdo_buffer, **C.thuocdo_error) C.thuocdo_status) ([]byte, error) {
	var buffer C.thuocdo_buffer
	defer C.thuocdo_buffer_free(&buffer)
	err := s.call(func(handle *C.thuocdo_scorer, failure **C.thuocdo_error) C.thuocdo_status {
		return entry(handle, &buffer, failure)
	})
	if err != nil {
		return nil, err
	}
	return copied(buffer.ptr, buffer.len), nil
}

func made(entry func(**C.thuocdo_scorer, **C.thuocdo_error) C.thuocdo_status) (*Scorer, error) {
	if found := C.thuocdo_abi_version(); found != C.THUOCDO_ABI_VERSION {
		return nil, fmt.Errorf("thuocdo: this program is for ABI %d; the library has %d", C.THUOCDO_ABI_VERSION, found)
	}
	s := new(Scorer)
	if err := told(func(failure **C.thuocdo_error) C.thuocdo_status { return entry(&s.handle, failure) }); err != nil {
		return nil, err
	}
	runtime.SetFinalizer(s, (*Scorer).Close)
	return s, nil
}

// told makes an error of what a call tells, and frees it.
func told(entry func(**C.thuocdo_error) C.thuocdo_status) error {
	var failure *C.thuocdo_error
	if entry(&failure) == C.THUOCDO_OK {
		return nil
	}
	defer C.thuocdo_error_free(failure)
	var code, message, json C.size_t
	return &Error{
		Status:  Status(C.thuocdo_error_status(failure)),
		Code:    string(copied(C.thuocdo_error_code(failure, &code), code)),
		Message: string(copied(C.thuocdo_error_message(failure, &message), message)),
		JSON:    copied(C.thuocdo_error_json(failure, &json), json),
	}
}

// pointer is where a text begins; the empty one may be nil.
func pointer(text []byte) *C.char {
	if len(text) == 0 {
		return nil
	}
	return (*C.char)(unsafe.Pointer(&text[0]))
}

func size(text []byte) C.size_t { return C.size_t(len(text)) }

// copied takes bytes of C's over. C.GoBytes counts in int32, which an answer of many lines may pass.
func copied(ptr *C.char, length C.size_t) []byte {
	return append([]byte{}, unsafe.Slice((*byte)(unsafe.Pointer(ptr)), int(length))...)
}
