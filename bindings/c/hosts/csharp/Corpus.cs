// Runs the corpus for hosts (../README.md describes the file) and compares every byte: each input as bytes, and what is UTF-8 as a string besides.
// Or measures a call.
//
//   mono corpus.exe corpus.netstrings
//   mono corpus.exe bench school.json TIMES
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Thuocdo;

internal static class Corpus
{
    private static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

    // The fields of a case, in their order.
    private enum Field
    {
        Name, Entry, Lang, Framework, Overlays, Word, Input, Status, Expected, Count,
    }

    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        return args[0] == "bench" ? Bench(File.ReadAllText(args[1]), int.Parse(args[2])) : Run(File.ReadAllBytes(args[0]));
    }

    // Prints the nanoseconds of a call.
    private static int Bench(string school, int times)
    {
        using (var scorer = Scorer.Shipped("moet-4725-2022"))
        {
            var watch = Stopwatch.StartNew();
            for (var n = 0; n < times; n++)
            {
                scorer.Score(school);
            }
            Console.WriteLine(watch.Elapsed.Ticks * 100 / times);
        }
        return 0;
    }

    private static int Run(byte[] corpus)
    {
        var fields = Netstrings(corpus);
        int cases = 0, failed = 0;
        Scorer scorer = null;
        byte[] framework = null, overlays = null;
        for (var at = 0; at < fields.Count; at += (int)Field.Count)
        {
            var given = new Case(fields, at);
            var isOther = framework == null || !given[Field.Framework].SequenceEqual(framework) || !given[Field.Overlays].SequenceEqual(overlays);
            if (given[Field.Framework].Length > 0 && isOther)
            {
                framework = given[Field.Framework];
                overlays = given[Field.Overlays];
                scorer?.Dispose();
                scorer = ScorerOf(framework, overlays);
            }
            failed += Passes(scorer, given) ? 0 : 1;
            cases++;
        }
        scorer?.Dispose();
        Console.WriteLine($"{cases} cases");
        return failed == 0 ? 0 : 1;
    }

    private static List<byte[]> Netstrings(byte[] bytes)
    {
        var found = new List<byte[]>();
        for (var at = 0; at < bytes.Length;)
        {
            var colon = Array.IndexOf(bytes, (byte)':', at);
            var length = int.Parse(Encoding.ASCII.GetString(bytes, at, colon - at));
            at = colon + 1 + length;
            if (bytes[at] != ',')
            {
                throw new InvalidDataException("not a netstring");
            }
            found.Add(bytes.Skip(colon + 1).Take(length).ToArray());
            at++;
        }
        return found;
    }

    private static Scorer ScorerOf(byte[] framework, byte[] overlays)
    {
        var scorer = framework[0] == '{' ? Scorer.Load(framework) : Scorer.Shipped(Utf8.GetString(framework));
        foreach (var overlay in Netstrings(overlays))
        {
            using (var below = scorer)
            {
                scorer = below.Overlay(overlay);
            }
        }
        return scorer;
    }

    private static bool Passes(Scorer scorer, Case given)
    {
        var passes = Passes(given, () => Asked(scorer, given, given[Field.Input]));
        try
        {
            var text = Utf8.GetString(given[Field.Input]);
            return Passes(given, () => Utf8.GetBytes(Asked(scorer, given, text))) && passes;
        }
        catch (DecoderFallbackException)
        {
            return passes;
        }
    }

    private static bool Passes(Case given, Func<byte[]> asked)
    {
        var status = Status.Ok;
        byte[] found;
        try
        {
            found = asked();
        }
        catch (ThuocdoException error)
        {
            status = error.Status;
            found = Utf8.GetBytes(error.Json);
        }
        var passed = status.ToString("D") == given.Text(Field.Status) && found.SequenceEqual(given[Field.Expected]);
        if (!passed)
        {
            Console.Error.WriteLine($"{given.Text(Field.Name)}, {given.Text(Field.Entry)}: status {status}");
            Console.Error.WriteLine($"{Utf8.GetString(found)}\nexpected {given.Text(Field.Expected)}");
        }
        return passed;
    }

    private static byte[] Asked(Scorer scorer, Case given, byte[] input)
    {
        switch (given.Text(Field.Entry))
        {
            case "load":
                using (var loaded = Scorer.Load(input, given.Lang))
                {
                    return Utf8.GetBytes(loaded.Framework());
                }
            case "score": return scorer.Score(input, given.Lang);
            case "check": return scorer.Check(input, given.Lang);
            case "explain": return scorer.Explain(input, given.Lang);
            case "ndjson": return scorer.ScoreNdjson(input, given.Lang);
            case "stream":
                var bytes = new List<byte>();
                return scorer.StreamNdjson(input, line => Add(bytes, line.Append((byte)'\n')), given.Lang) ? bytes.ToArray() : null;
            case "ask": return scorer.Ask(given.Text(Field.Word), input, given.Lang);
            case "collect":
                var parts = Netstrings(input);
                using (var collector = scorer.Collect(given.Text(Field.Word), parts[0], given.Lang))
                {
                    for (var n = 1; n < parts.Count; n += 2)
                    {
                        collector.Add(Utf8.GetString(parts[n]), parts[n + 1], given.Lang);
                    }
                    return collector.AnswerUtf8(given.Lang);
                }
            // What is a name is a string in either case.
            default: return Utf8.GetBytes(Asked(scorer, given, Utf8.GetString(input)));
        }
    }

    private static bool Add<T>(List<T> to, IEnumerable<T> line)
    {
        to.AddRange(line);
        return true;
    }

    private static string Asked(Scorer scorer, Case given, string input)
    {
        switch (given.Text(Field.Entry))
        {
            case "load":
                using (var loaded = Scorer.Load(input, given.Lang))
                {
                    return loaded.Framework();
                }
            case "shipped":
                using (var shipped = Scorer.Shipped(input, given.Lang))
                {
                    return shipped.Framework();
                }
            case "score": return scorer.Score(input, given.Lang);
            case "check": return scorer.Check(input, given.Lang);
            case "explain": return scorer.Explain(input, given.Lang);
            case "ndjson": return scorer.ScoreNdjson(input, given.Lang);
            case "stream":
                var lines = new List<char>();
                return scorer.StreamNdjson(input, line => Add(lines, line + "\n"), given.Lang) ? new string(lines.ToArray()) : null;
            case "ask": return scorer.Ask(given.Text(Field.Word), input, given.Lang);
            case "collect":
                var parts = Netstrings(Utf8.GetBytes(input)).Select(Utf8.GetString).ToList();
                using (var collector = scorer.Collect(given.Text(Field.Word), parts[0], given.Lang))
                {
                    for (var n = 1; n < parts.Count; n += 2)
                    {
                        collector.Add(parts[n], parts[n + 1], given.Lang);
                    }
                    return collector.Answer(given.Lang);
                }
            case "level": return scorer.Level(given.Text(Field.Word), input, given.Lang).ToString();
            case "schema": return scorer.Schema(input, given.Lang);
            case "rows": return Judged(scorer, input.Split('\n'), given.Lang);
            default: throw new InvalidDataException("an entry that this host does not know");
        }
    }

    // A number of a row, or "-".
    private static int Number(string text) => text == "-" ? Scorer.Missing : int.Parse(text);

    // Puts "1.1=1 1.3.1=525 2.1.1=24/32" into the cells of a row.
    private static void Fill(Scorer scorer, string line, int row, Table table, Lang lang)
    {
        foreach (var word in line.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var value = word.Split('=', '/');
            var place = scorer.PlaceOf(value[0], lang);
            var cell = (place.Cell * table.Count) + row;
            if (place.Kind == Kind.Condition)
            {
                table.Conditions[cell] = sbyte.Parse(value[1]);
            }
            else
            {
                table.Answers[cell] = Number(value[1]);
            }
            if (value.Length > 2)
            {
                table.Answers[cell + table.Count] = Number(value[2]);
            }
        }
    }

    // Rows of numbers, a line each: judged in columns and one by one, which must come to the same.
    private static string Judged(Scorer scorer, string[] lines, Lang lang)
    {
        var table = scorer.Table(lines.Length);
        for (var row = 0; row < lines.Length; row++)
        {
            Fill(scorer, lines[row], row, table, lang);
        }
        var shape = scorer.RowShape();
        var columns = scorer.Judge(table);
        var refused = 0;
        var found = lines.Select((line, row) =>
        {
            var answers = Enumerable.Range(0, shape.Answers).Select(n => table.Answers[(n * table.Count) + row]);
            var conditions = Enumerable.Range(0, shape.Conditions).Select(n => table.Conditions[(n * table.Count) + row]);
            var alone = scorer.Judge(answers.ToArray(), conditions.ToArray());
            refused += alone.IsRefused ? 1 : 0;
            var own = new List<long> { (long)alone.Faults, alone.Eligible ? 1 : 0, alone.OverallLow, alone.OverallHigh };
            var same = new List<long> { (long)columns.Faults[row], columns.Eligible[row], columns.OverallLow[row], columns.OverallHigh[row] };
            for (var n = 0; n < shape.Groups; n++)
            {
                var group = alone.Groups[n];
                var at = (n * table.Count) + row;
                own.AddRange(new long[] { group.ScoreLow, group.ScoreHigh, group.LevelLow, group.LevelHigh, (long)group.Blockers });
                same.AddRange(new long[]
                {
                    columns.ScoreLow[at], columns.ScoreHigh[at], columns.LevelLow[at], columns.LevelHigh[at], (long)columns.Blockers[at],
                });
            }
            return own.SequenceEqual(same) ? string.Join(" ", own) : throw new InvalidDataException("a row comes to something else in columns");
        });
        var text = string.Join("\n", found.ToArray());
        return refused == columns.Refused ? text : throw new InvalidDataException("the refused rows are not as many");
    }

    private sealed class Case
    {
        private readonly List<byte[]> fields;
        private readonly int at;

        internal Case(List<byte[]> fields, int at)
        {
            this.fields = fields;
            this.at = at;
        }

        internal byte[] this[Field field] => fields[at + (int)field];

        internal Lang Lang => Text(Field.Lang) == "en" ? Lang.En : Lang.Vi;

        internal string Text(Field field) => Utf8.GetString(this[field]);
    }
}
