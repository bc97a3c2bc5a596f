// What a program may do wrong, and ten goroutines on one scorer. All of it is an error, and none the end of the process.
package thuocdo_test

import (
	"bytes"
	"errors"
	"runtime"
	"sync"
	"testing"

	"thuocdo"
)

const school = `{"conditions":{"1.1":true},"answers":{"1.3.1":6,"1.6.1":5.25}}`

func shipped(t *testing.T) *thuocdo.Scorer {
	t.Helper()
	scorer, err := thuocdo.Shipped("moet-4725-2022", thuocdo.Vi)
	if err != nil {
		t.Fatal(err)
	}
	return scorer
}

// refused holds an error against a code; it carries its violations.
func refused(t *testing.T, err error, code string) {
	t.Helper()
	var failure *thuocdo.Error
	isWhole := errors.As(err, &failure) && failure.Status == thuocdo.Refused && failure.Message != "" &&
		bytes.HasPrefix(failure.JSON, []byte(`{"violations":[{`))
	if !isWhole || failure.Code != code {
		t.Errorf("%v, not %s", err, code)
	}
}

func TestWhatIsRefusedIsAnError(t *testing.T) {
	scorer := shipped(t)
	defer scorer.Close()
	for _, text := range []string{"{", "", "\"\xc3\x28\"", "\xff", "\xe1\xbb"} {
		_, err := scorer.Score([]byte(text), thuocdo.Vi)
		refused(t, err, "not_json")
		_, err = scorer.Ask("plan", []byte(text), thuocdo.Vi)
		refused(t, err, "not_json")
		_, err = scorer.Overlay([]byte(text), thuocdo.Vi)
		refused(t, err, "not_json")
		_, err = thuocdo.Load([]byte(text), thuocdo.Vi)
		refused(t, err, "not_json")
		_, err = scorer.Level("1", text, thuocdo.Vi)
		refused(t, err, "not_json")
		_, err = scorer.Level(text, "75", thuocdo.Vi)
		refused(t, err, "unknown_group")
		_, err = scorer.Ask(text, []byte("{}"), thuocdo.Vi)
		refused(t, err, "unknown_value")
		_, err = scorer.Schema(text, thuocdo.Vi)
		refused(t, err, "unknown_value")
		_, err = thuocdo.Shipped(text, thuocdo.Vi)
		refused(t, err, "unknown_framework")
	}
	_, err := scorer.Score(bytes.Repeat([]byte("["), 64<<20), thuocdo.Vi)
	refused(t, err, "too_large")
	_, err = scorer.Score(nil, thuocdo.Vi)
	refused(t, err, "not_json")
}

func TestRowsThatCannotBeAreErrors(t *testing.T) {
	scorer := shipped(t)
	defer scorer.Close()
	_, err := scorer.Place("1.3.99", thuocdo.Vi)
	refused(t, err, "unknown_indicator")
	table, err := scorer.Table(3)
	if err != nil {
		t.Fatal(err)
	}
	shape, err := scorer.Shape()
	if err != nil {
		t.Fatal(err)
	}
	row, states := table.Answers[:shape.Answers], table.Conditions[:shape.Conditions]
	if judged, err := scorer.JudgeRow(row, states); err != nil || judged.Faults != 0 {
		t.Error(judged, err)
	}
	isBadLength := func(err error) {
		t.Helper()
		var failure *thuocdo.Error
		if !errors.As(err, &failure) || failure.Status != thuocdo.BadLength {
			t.Error(err)
		}
	}
	_, err = scorer.JudgeRow(row[1:], states)
	isBadLength(err)
	_, err = scorer.JudgeRow(row, nil)
	isBadLength(err)
	table.Answers = row
	_, err = scorer.Judge(table)
	isBadLength(err)
	if judged, err := scorer.Judge(&thuocdo.Table{}); err != nil || judged.Refused != 0 {
		t.Error(judged, err)
	}
	scorer.Close()
	if _, err = scorer.JudgeRow(row, states); !errors.Is(err, thuocdo.ErrClosed) {
		t.Error(err)
	}
}

func TestAnotherLanguageIsABadOption(t *testing.T) {
	scorer := shipped(t)
	defer scorer.Close()
	_, err := scorer.Score([]byte(school), 7)
	var failure *thuocdo.Error
	if !errors.As(err, &failure) || failure.Status != thuocdo.BadOption || failure.Code != "bad_option" {
		t.Error(err)
	}
}

func TestTenGoroutinesGetTheSameBytes(t *testing.T) {
	scorer := shipped(t)
	defer scorer.Close()
	card, err := scorer.Score([]byte(school), thuocdo.Vi)
	if err != nil || len(card) == 0 {
		t.Fatal(err)
	}
	inTen(func() {
		for n := 0; n < 100; n++ {
			if found, err := scorer.Score([]byte(school), thuocdo.En); err != nil || !bytes.Equal(found, card) {
				t.Error(err, string(found))
			}
			_, err := scorer.Score([]byte("{"), thuocdo.Vi)
			refused(t, err, "not_json")
		}
	})
}

func TestStreamsEndWhereTheyAreTold(t *testing.T) {
	scorer := shipped(t)
	defer scorer.Close()
	lines := []byte(school + "\n{\n" + school)
	var taken [][]byte
	take := func(goOn bool) func([]byte) bool {
		return func(line []byte) bool {
			taken = append(taken, line)
			return goOn
		}
	}
	ends := func(isWhole bool, count int) func(bool, error) {
		t.Helper()
		return func(found bool, err error) {
			t.Helper()
			if found != isWhole || err != nil || len(taken) != count {
				t.Error(found, err, len(taken))
			}
		}
	}
	ends(true, 3)(scorer.StreamNDJSON(lines, take(true), thuocdo.En))
	whole, err := scorer.ScoreNDJSON(lines, thuocdo.En)
	if err != nil || string(bytes.Join(taken, []byte("\n")))+"\n" != string(whole) {
		t.Error(err, string(whole))
	}
	ends(false, 4)(scorer.StreamNDJSON(lines, take(false), thuocdo.Vi))
	ends(false, 5)(scorer.StreamNDJSON([]byte("{"), take(false), thuocdo.Vi, 101))
	if !bytes.HasPrefix(taken[4], []byte(`{"line":101,`)) {
		t.Error(string(taken[4]))
	}
	func() {
		defer func() {
			if value := recover(); value != "enough" || len(taken) != 6 {
				t.Error(value, len(taken))
			}
		}()
		_, _ = scorer.StreamNDJSON(lines, func(line []byte) bool {
			take(true)(line)
			panic("enough")
		}, thuocdo.Vi)
	}()
	// The function may ask the same scorer, while another goroutine closes it; and close it.
	ends(true, 9)(scorer.StreamNDJSON(lines, func(line []byte) bool {
		closed := make(chan error)
		go func() { closed <- scorer.Close() }()
		<-closed
		if _, err := scorer.Digest(); !errors.Is(err, thuocdo.ErrClosed) {
			t.Error(err)
		}
		return scorer.Close() == nil && take(true)(line)
	}, thuocdo.Vi))
	if _, err := scorer.StreamNDJSON(lines, take(true), thuocdo.Vi); !errors.Is(err, thuocdo.ErrClosed) {
		t.Error(err)
	}
}

func TestClosingIsNotBeforeTheLastCall(t *testing.T) {
	scorer := shipped(t)
	var begun sync.WaitGroup
	begun.Add(10)
	go func() {
		begun.Wait()
		scorer.Close()
	}()
	inTen(func() {
		_, err := scorer.Score([]byte(school), thuocdo.Vi)
		begun.Done()
		for err == nil {
			_, err = scorer.Score([]byte(school), thuocdo.Vi)
		}
		if !errors.Is(err, thuocdo.ErrClosed) {
			t.Error(err)
		}
	})
	if err := scorer.Close(); err != nil {
		t.Error(err)
	}
	if _, err := scorer.Overlay([]byte("{}"), thuocdo.Vi); !errors.Is(err, thuocdo.ErrClosed) {
		t.Error(err)
	}
}

// Also once the scorer is closed.
func TestWhatIsRefusedIsLeftOut(t *testing.T) {
	scorer := shipped(t)
	_, err := scorer.Collect("plan", []byte("{}"), thuocdo.Vi)
	refused(t, err, "unknown_value")
	_, err = scorer.Collect("cohort", []byte("{"), thuocdo.Vi)
	refused(t, err, "not_json")
	collector, err := scorer.Collect("cohort", []byte("{}"), thuocdo.Vi)
	if err != nil {
		t.Fatal(err)
	}
	scorer.Close()
	refused(t, collector.Add("submissions", []byte(school), thuocdo.Vi), "unknown_value")
	inTen(func() {
		for n := 0; n < 10; n++ {
			if err := collector.Add("scorecards", []byte(school), thuocdo.Vi); err != nil {
				t.Error(err)
			}
		}
	})
	var failure *thuocdo.Error
	if err := collector.Add("scorecards", []byte("{"), thuocdo.Vi); !errors.As(err, &failure) || !bytes.Contains(failure.JSON, []byte(`"at":"/scorecards/100"`)) {
		t.Error(err)
	}
	if answer, err := collector.Answer(thuocdo.Vi); err != nil || !bytes.Contains(answer, []byte(`"count":100,`)) {
		t.Error(err, string(answer))
	}
	collector.Close()
	collector.Close()
	if _, err := collector.Answer(thuocdo.Vi); !errors.Is(err, thuocdo.ErrClosed) {
		t.Error(err)
	}
	if err := collector.Add("scorecards", []byte(school), thuocdo.Vi); !errors.Is(err, thuocdo.ErrClosed) {
		t.Error(err)
	}
}

func TestForgottenScorersAreFreed(t *testing.T) {
	for n := 0; n < 20; n++ {
		if level, err := shipped(t).Level("1", "75.01", thuocdo.Vi); err != nil || level != 3 {
			t.Error(level, err)
		}
		runtime.GC()
	}
}

func inTen(work func()) {
	var group sync.WaitGroup
	for n := 0; n < 10; n++ {
		group.Add(1)
		go func() {
			defer group.Done()
			work()
		}()
	}
	group.Wait()
}
