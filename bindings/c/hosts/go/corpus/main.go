// Corpus runs the corpus for hosts (../../README.md describes the file) and compares every byte; or measures a call.
//
//	go run ./corpus corpus.netstrings
//	go run ./corpus bench school.json TIMES
package main

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"
	"time"

	"thuocdo"
)

// The fields of a case, in their order.
const (
	name = iota
	entry
	lang
	framework
	overlays
	word
	input
	status
	expected
	fields
)

func main() {
	log.SetFlags(0)
	if os.Args[1] == "bench" {
		times, err := strconv.Atoi(os.Args[3])
		fatal(err)
		bench(file(os.Args[2]), times)
	} else if run(file(os.Args[1])) > 0 {
		os.Exit(1)
	}
}

func fatal(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func file(path string) []byte {
	bytes, err := os.ReadFile(path)
	fatal(err)
	return bytes
}

// bench prints the nanoseconds of a call.
func bench(school []byte, times int) {
	scorer, err := thuocdo.Shipped("moet-4725-2022", thuocdo.Vi)
	fatal(err)
	defer scorer.Close()
	start := time.Now()
	for n := 0; n < times; n++ {
		_, err := scorer.Score(school, thuocdo.Vi)
		fatal(err)
	}
	fmt.Println(time.Since(start).Nanoseconds() / int64(times))
}

// run counts the cases that do not answer as they must.
func run(rest []byte) int {
	var scorer *thuocdo.Scorer
	var last [fields][]byte
	cases, failed := 0, 0
	for ; len(rest) > 0; cases++ {
		var given [fields][]byte
		for n := range given {
			given[n], rest = next(rest)
		}
		isOther := !bytes.Equal(given[framework], last[framework]) || !bytes.Equal(given[overlays], last[overlays])
		if len(given[framework]) > 0 && isOther {
			closed(scorer)
			scorer, last = scorerOf(given[framework], given[overlays]), given
		}
		if !passes(scorer, given) {
			failed++
		}
	}
	closed(scorer)
	fmt.Printf("%d cases\n", cases)
	return failed
}

func closed(scorer *thuocdo.Scorer) {
	if scorer != nil {
		scorer.Close()
	}
}

// next takes a netstring off the front.
func next(rest []byte) (found, after []byte) {
	head, tail, _ := bytes.Cut(rest, []byte(":"))
	length, err := strconv.Atoi(string(head))
	if err != nil || length >= len(tail) || tail[length] != ',' {
		log.Fatal("not a netstring")
	}
	return tail[:length], tail[length+1:]
}

func scorerOf(framework, overlays []byte) *thuocdo.Scorer {
	var scorer *thuocdo.Scorer
	var err error
	if framework[0] == '{' {
		scorer, err = thuocdo.Load(framework, thuocdo.Vi)
	} else {
		scorer, err = thuocdo.Shipped(string(framework), thuocdo.Vi)
	}
	for err == nil && len(overlays) > 0 {
		var overlay []byte
		overlay, overlays = next(overlays)
		below := scorer
		scorer, err = below.Overlay(overlay, thuocdo.Vi)
		below.Close()
	}
	fatal(err)
	return scorer
}

func passes(scorer *thuocdo.Scorer, given [fields][]byte) bool {
	found, err := asked(scorer, given)
	ended := thuocdo.Status(0)
	var failure *thuocdo.Error
	if errors.As(err, &failure) {
		ended, found = failure.Status, failure.JSON
	} else {
		fatal(err)
	}
	passed := strconv.Itoa(int(ended)) == string(given[status]) && bytes.Equal(found, given[expected])
	if !passed {
		log.Printf("%s, %s: status %d\n%s\nexpected %s", given[name], given[entry], ended, found, given[expected])
	}
	return passed
}

func asked(scorer *thuocdo.Scorer, given [fields][]byte) ([]byte, error) {
	text, language := given[input], thuocdo.Vi
	if string(given[lang]) == "en" {
		language = thuocdo.En
	}
	switch string(given[entry]) {
	case "load":
		return whole(thuocdo.Load(text, language))
	case "shipped":
		return whole(thuocdo.Shipped(string(text), language))
	case "score":
		return scorer.Score(text, language)
	case "check":
		return scorer.Check(text, language)
	case "explain":
		return scorer.Explain(text, language)
	case "ndjson":
		return scorer.ScoreNDJSON(text, language)
	case "stream":
		return streamed(scorer, text, language)
	case "schema":
		return scorer.Schema(string(text), language)
	case "ask":
		return scorer.Ask(string(given[word]), text, language)
	case "collect":
		return collected(scorer, string(given[word]), text, language)
	case "rows":
		return judged(scorer, string(text), language)
	case "level":
		level, err := scorer.Level(string(given[word]), string(text), language)
		return []byte(strconv.Itoa(level)), err
	default:
		return nil, errors.New("an entry that this host does not know")
	}
}

// streamed gives what a stream hands over, as the lines that they were.
func streamed(scorer *thuocdo.Scorer, text []byte, language thuocdo.Lang) ([]byte, error) {
	var lines []byte
	isWhole, err := scorer.StreamNDJSON(text, func(line []byte) bool {
		lines = append(append(lines, line...), '\n')
		return true
	}, language)
	if err == nil && !isWhole {
		err = errors.New("a stream does not go to its end")
	}
	return lines, err
}

// collected asks of many documents: the request, then the list and the text of each.
func collected(scorer *thuocdo.Scorer, question string, rest []byte, language thuocdo.Lang) ([]byte, error) {
	request, rest := next(rest)
	collector, err := scorer.Collect(question, request, language)
	if err != nil {
		return nil, err
	}
	defer collector.Close()
	for len(rest) > 0 {
		var list, document []byte
		list, rest = next(rest)
		document, rest = next(rest)
		if err := collector.Add(string(list), document, language); err != nil {
			return nil, err
		}
	}
	return collector.Answer(language)
}

// number is that of a row, or "-".
func number(text string) int32 {
	if text == "-" {
		return thuocdo.Missing
	}
	found, err := strconv.ParseInt(text, 10, 32)
	fatal(err)
	return int32(found)
}

// fill puts "1.1=1 1.3.1=525 2.1.1=24/32" into the cells of a row.
func fill(scorer *thuocdo.Scorer, line string, row int, table *thuocdo.Table, language thuocdo.Lang) error {
	for _, word := range strings.Fields(line) {
		code, value, _ := strings.Cut(word, "=")
		value, half, isShare := strings.Cut(value, "/")
		place, err := scorer.Place(code, language)
		if err != nil {
			return err
		}
		cell := place.Cell*table.Count + row
		if place.Kind == thuocdo.KindCondition {
			table.Conditions[cell] = int8(number(value))
		} else {
			table.Answers[cell] = number(value)
		}
		if isShare {
			table.Answers[cell+table.Count] = number(half)
		}
	}
	return nil
}

// judged gives rows of numbers, a line each: judged in columns and one by one, which must come to the same.
func judged(scorer *thuocdo.Scorer, input string, language thuocdo.Lang) ([]byte, error) {
	lines := strings.Split(input, "\n")
	shape, err := scorer.Shape()
	fatal(err)
	table, err := scorer.Table(len(lines))
	fatal(err)
	for row, line := range lines {
		if err := fill(scorer, line, row, table, language); err != nil {
			return nil, err
		}
	}
	columns, err := scorer.Judge(table)
	fatal(err)
	refused := 0
	for row := range lines {
		answers, conditions := make([]int32, shape.Answers), make([]int8, shape.Conditions)
		for n := range answers {
			answers[n] = table.Answers[n*table.Count+row]
		}
		for n := range conditions {
			conditions[n] = table.Conditions[n*table.Count+row]
		}
		alone, err := scorer.JudgeRow(answers, conditions)
		fatal(err)
		if alone.Faults != 0 {
			refused++
		}
		eligible := 0
		if alone.Eligible {
			eligible = 1
		}
		own := fmt.Sprint(alone.Faults, eligible, alone.OverallLow, alone.OverallHigh)
		same := fmt.Sprint(columns.Faults[row], columns.Eligible[row], columns.OverallLow[row], columns.OverallHigh[row])
		for n, of := range alone.Groups {
			at := n*table.Count + row
			own += " " + fmt.Sprint(of.ScoreLow, of.ScoreHigh, of.LevelLow, of.LevelHigh, of.Blockers)
			same += " " + fmt.Sprint(columns.ScoreLow[at], columns.ScoreHigh[at], columns.LevelLow[at], columns.LevelHigh[at], columns.Blockers[at])
		}
		if own != same {
			log.Fatalf("a row comes to something else in columns: %s beside %s", own, same)
		}
		lines[row] = own
	}
	if refused != columns.Refused {
		log.Fatalf("%d rows are refused, %d in columns", refused, columns.Refused)
	}
	return []byte(strings.Join(lines, "\n")), nil
}

func whole(scorer *thuocdo.Scorer, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	defer scorer.Close()
	return scorer.Framework()
}
