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

// Go lends arrays one by one, and no struct that points to them.
static thuocdo_status judge_rows(const thuocdo_scorer *scorer, size_t count, const int32_t *answers, size_t answers_len, const int8_t *conditions,
                                 size_t conditions_len, size_t groups, int32_t *scores, uint8_t *levels, uint16_t *blockers, uint8_t *whole,
                                 uint32_t *faults, size_t *refused) {
	const size_t of_groups = groups * count;
	const thuocdo_rows rows = {
		.size = sizeof rows,
		.count = count,
		.answers = answers,
		.answers_len = answers_len,
		.answers_row = 1,
		.answers_cell = count,
		.conditions = conditions,
		.conditions_len = conditions_len,
		.conditions_row = 1,
		.conditions_cell = count,
		.groups = groups,
		.group_stride = count,
		.score_low = scores,
		.score_high = scores + of_groups,
		.level_low = levels,
		.level_high = levels + of_groups,
		.blockers = blockers,
		.overall_low = whole,
		.overall_high = whole + count,
		.eligible = whole + 2 * count,
		.faults = faults,
	};
	return thuocdo_judge_rows(scorer, &rows, refused);
}

// C calls a function of this file, and hands it the handle of the caller's own.
extern int32_t thuocdoTake(uintptr_t, char *, size_t);

static int32_t take(void *context, const char *line, size_t len) { return thuocdoTake((uintptr_t)context, (char *)line, len); }

static thuocdo_status stream_ndjson(const thuocdo_scorer *scorer, const char *lines, size_t len, uint64_t first, int32_t lang, uintptr_t taking,
                                    thuocdo_error **error) {
	return thuocdo_stream_ndjson(scorer, lines, len, first, lang, take, (void *)taking, error);
}
*/
import "C"

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"runtime/cgo"
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
	Stopped      Status = C.THUOCDO_STOPPED
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
	mutex sync.Mutex
	// Who uses the handle: whoever did not close the scorer yet, and each call. The last one frees it, so nobody waits, and a call may close what it is a
	// call of. Counted down after a call, it also keeps the finalizer from coming before.
	users    int
	isClosed bool
	handle   *C.thuocdo_scorer
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

// Close closes the scorer, which is freed when the last call has ended; it may be called again. What is forgotten is freed by the garbage collector.
func (s *Scorer) Close() error {
	s.mutex.Lock()
	isFirst := !s.isClosed
	s.isClosed = true
	s.mutex.Unlock()
	if isFirst {
		runtime.SetFinalizer(s, nil)
		s.end()
	}
	return nil
}

// end is that of a user of the handle.
func (s *Scorer) end() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.users--
	if s.users == 0 {
		C.thuocdo_scorer_free(s.handle)
	}
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

// StreamNDJSON hands each line of the answer of ScoreNDJSON to a function as soon as it is there; the line is the function's own. The function returns
// true to go on. Whether it went to the end. A panic of the function ends the call and goes on here. `first` is the number of the first line, 1 if it is
// left out.
func (s *Scorer) StreamNDJSON(lines []byte, take func(line []byte) bool, lang Lang, first ...uint64) (bool, error) {
	number := C.uint64_t(1)
	if len(first) > 0 {
		number = C.uint64_t(first[0])
	}
	taking := &taking{take: take}
	handle := cgo.NewHandle(taking)
	defer handle.Delete()
	err := s.call(func(scorer *C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
		return C.stream_ndjson(scorer, pointer(lines), size(lines), number, C.int32_t(lang), C.uintptr_t(handle), err)
	})
	if taking.panicked != nil {
		panic(taking.panicked)
	}
	var failure *Error
	if errors.As(err, &failure) && failure.Status == Stopped {
		return false, nil
	}
	return err == nil, err
}

// taking is a call under way that hands over lines.
type taking struct {
	take     func([]byte) bool
	panicked any
}

//export thuocdoTake
func thuocdoTake(context C.uintptr_t, line *C.char, length C.size_t) (isStopped C.int32_t) {
	taking := cgo.Handle(context).Value().(*taking)
	// No panic goes through C.
	defer func() { taking.panicked = recover() }()
	isStopped = 1
	if taking.take(copied(line, length)) {
		isStopped = 0
	}
	return isStopped
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
	// Held for reading by each call, so that Close waits for calls. Given back after the call, it also keeps the finalizer from coming before.
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

// Missing is a cell of answers without an answer.
const Missing int32 = math.MinInt32

// The states of a condition.
const (
	StateUnknown int8 = C.THUOCDO_STATE_UNKNOWN
	StateUnmet   int8 = C.THUOCDO_STATE_UNMET
	StateMet     int8 = C.THUOCDO_STATE_MET
)

// Kind is what stands at a place.
type Kind int32

// What may stand at a place.
const (
	KindGroup     Kind = C.THUOCDO_KIND_GROUP
	KindCondition Kind = C.THUOCDO_KIND_CONDITION
	KindPoints    Kind = C.THUOCDO_KIND_POINTS
	KindMet       Kind = C.THUOCDO_KIND_MET
	KindCount     Kind = C.THUOCDO_KIND_COUNT
	KindShare     Kind = C.THUOCDO_KIND_SHARE
)

// Faults says why a row is refused, in bits; 0 if it is not.
type Faults uint32

// The faults, by the codes of violations.
const (
	PointsOutOfRange Faults = C.THUOCDO_FAULT_POINTS_OUT_OF_RANGE
	WrongType        Faults = C.THUOCDO_FAULT_WRONG_TYPE
	CountOutOfRange  Faults = C.THUOCDO_FAULT_COUNT_OUT_OF_RANGE
	ShareOutOfRange  Faults = C.THUOCDO_FAULT_SHARE_OUT_OF_RANGE
	MissingField     Faults = C.THUOCDO_FAULT_MISSING_FIELD
)

// Blockers says why the level of a group cannot be recognised, in bits.
type Blockers uint16

// The blockers, by their codes.
const (
	ConditionUnmet    Blockers = C.THUOCDO_BLOCKED_CONDITION_UNMET
	ConditionUnknown  Blockers = C.THUOCDO_BLOCKED_CONDITION_UNKNOWN
	LevelUndetermined Blockers = C.THUOCDO_BLOCKED_LEVEL_UNDETERMINED
	EvidenceMissing   Blockers = C.THUOCDO_BLOCKED_EVIDENCE_MISSING
	EvidenceUnknown   Blockers = C.THUOCDO_BLOCKED_EVIDENCE_UNKNOWN
)

// Shape says how many numbers a row has.
type Shape struct{ Answers, Conditions, Groups int }

// Place says where a code stands: its cell, and its maximum in hundredths. A share has its whole in the next cell.
type Place struct {
	Cell         int
	Kind         Kind
	Max          int32
	AsksEvidence bool
}

// RowGroup has the results of a row in a group; scores in hundredths.
type RowGroup struct {
	ScoreLow, ScoreHigh int32
	LevelLow, LevelHigh uint8
	Blockers            Blockers
}

// Row has the results of a row. Of a refused one, which has Faults, all else is 0.
type Row struct {
	Faults                  Faults
	Eligible                bool
	OverallLow, OverallHigh uint8
	Groups                  []RowGroup
}

// Table holds rows of numbers in columns: cell c of row r is Answers[c*Count+r].
type Table struct {
	Count      int
	Answers    []int32
	Conditions []int8
}

// Judged has the results of a table in columns: of group g in row r at [g*count+r], of the whole row at [r].
type Judged struct {
	Refused                           int
	ScoreLow, ScoreHigh               []int32
	LevelLow, LevelHigh               []uint8
	Blockers                          []Blockers
	OverallLow, OverallHigh, Eligible []uint8
	Faults                            []Faults
}

// About tells what the library is and holds, as JSON.
func About() ([]byte, error) {
	var buffer C.thuocdo_buffer
	defer C.thuocdo_buffer_free(&buffer)
	if err := told(func(err **C.thuocdo_error) C.thuocdo_status { return C.thuocdo_about(&buffer, err) }); err != nil {
		return nil, err
	}
	return copied(buffer.ptr, buffer.len), nil
}

// Shape says how many numbers a row has.
func (s *Scorer) Shape() (Shape, error) {
	shape := C.thuocdo_shape{size: C.sizeof_thuocdo_shape}
	err := s.numbers(func(handle *C.thuocdo_scorer) C.thuocdo_status { return C.thuocdo_shape_of(handle, &shape) })
	return Shape{int(shape.answers), int(shape.conditions), int(shape.groups)}, err
}

// Place says where the code of an indicator, a condition or a group stands.
func (s *Scorer) Place(code string, lang Lang) (Place, error) {
	word := []byte(code)
	place := C.thuocdo_place{size: C.sizeof_thuocdo_place}
	err := s.call(func(handle *C.thuocdo_scorer, err **C.thuocdo_error) C.thuocdo_status {
		return C.thuocdo_place_of(handle, pointer(word), size(word), C.int32_t(lang), &place, err)
	})
	return Place{int(place.cell), Kind(place.kind), int32(place.max), place.asks_evidence != 0}, err
}

// JudgeRow gives the results of one row, of as many numbers as the shape says. What is at fault in it is told by the row and is no error.
func (s *Scorer) JudgeRow(answers []int32, conditions []int8) (Row, error) {
	row := C.thuocdo_row{size: C.sizeof_thuocdo_row}
	err := s.numbers(func(handle *C.thuocdo_scorer) C.thuocdo_status {
		status := C.thuocdo_judge_row(handle, first[C.int32_t](answers), C.size_t(len(answers)), first[C.int8_t](conditions),
			C.size_t(len(conditions)), &row)
		if status == C.THUOCDO_REFUSED {
			return C.THUOCDO_OK
		}
		return status
	})
	if err != nil {
		return Row{}, err
	}
	groups := make([]RowGroup, row.group_count)
	for n := range groups {
		of := row.groups[n]
		groups[n] = RowGroup{int32(of.score_low), int32(of.score_high), uint8(of.level_low), uint8(of.level_high), Blockers(of.blockers)}
	}
	return Row{Faults(row.faults), row.eligible != 0, uint8(row.overall_low), uint8(row.overall_high), groups}, nil
}

// Table makes room for rows, in which every cell is missing.
func (s *Scorer) Table(count int) (*Table, error) {
	shape, err := s.Shape()
	if err != nil {
		return nil, err
	}
	table := &Table{count, make([]int32, shape.Answers*count), make([]int8, shape.Conditions*count)}
	for n := range table.Answers {
		table.Answers[n] = Missing
	}
	for n := range table.Conditions {
		table.Conditions[n] = StateUnknown
	}
	return table, nil
}

// Judge gives the results of all rows of a table, in columns.
func (s *Scorer) Judge(table *Table) (*Judged, error) {
	shape, err := s.Shape()
	if err != nil {
		return nil, err
	}
	count, of := table.Count, shape.Groups*table.Count
	scores, levels, whole := make([]int32, 2*of), make([]uint8, 2*of), make([]uint8, 3*count)
	blockers, faults := make([]Blockers, of), make([]Faults, count)
	var refused C.size_t
	err = s.numbers(func(handle *C.thuocdo_scorer) C.thuocdo_status {
		return C.judge_rows(handle, C.size_t(count), first[C.int32_t](table.Answers), C.size_t(len(table.Answers)),
			first[C.int8_t](table.Conditions), C.size_t(len(table.Conditions)), C.size_t(shape.Groups), first[C.int32_t](scores),
			first[C.uint8_t](levels), first[C.uint16_t](blockers), first[C.uint8_t](whole), first[C.uint32_t](faults), &refused)
	})
	if err != nil {
		return nil, err
	}
	return &Judged{int(refused), scores[:of], scores[of:], levels[:of], levels[of:], blockers, whole[:count], whole[count : 2*count],
		whole[2*count:], faults}, nil
}

// first is where numbers begin, as C names their type; none may be nil.
func first[To, From any](numbers []From) *To {
	if len(numbers) == 0 {
		return nil
	}
	return (*To)(unsafe.Pointer(&numbers[0]))
}

// numbers makes a call that tells no more than its status.
func (s *Scorer) numbers(entry func(*C.thuocdo_scorer) C.thuocdo_status) error {
	var status C.thuocdo_status
	if closed := s.open(func(handle *C.thuocdo_scorer) { status = entry(handle) }); closed != nil {
		return closed
	}
	if status != C.THUOCDO_OK {
		return &Error{Status: Status(status), Message: fmt.Sprintf("thuocdo: status %d of a call on numbers", status)}
	}
	return nil
}

// open lends the handle, which nobody frees meanwhile.
func (s *Scorer) open(use func(*C.thuocdo_scorer)) error {
	s.mutex.Lock()
	if s.isClosed {
		s.mutex.Unlock()
		return ErrClosed
	}
	s.users++
	s.mutex.Unlock()
	defer s.end()
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
	s := &Scorer{users: 1}
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
