// Score reads the JSON text of an assessment from standard input and prints its scorecard, or what is wrong with it.
//
//	go run ./score < school.json
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"thuocdo"
)

func main() {
	card, err := score(os.Stdin)
	var failure *thuocdo.Error
	switch {
	case err == nil:
		fmt.Printf("%s\n", card)
	case errors.As(err, &failure) && failure.Status == thuocdo.Refused:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func score(school io.Reader) ([]byte, error) {
	text, err := io.ReadAll(school)
	if err != nil {
		return nil, err
	}
	scorer, err := thuocdo.Shipped("moet-4725-2022", thuocdo.Vi)
	if err != nil {
		return nil, err
	}
	defer scorer.Close()
	return scorer.Score(text, thuocdo.Vi)
}
