// What a program may do wrong, and ten threads on one scorer. All of it is an exception, and none the end of the process.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Thuocdo;

internal static class Misuse
{
    private const string School = "{\"conditions\":{\"1.1\":true},\"answers\":{\"1.3.1\":6,\"1.6.1\":5.25}}";

    private static int failed;

    private static int Main()
    {
        var scorer = Scorer.Shipped("moet-4725-2022");
        WhatIsRefusedIsAnException(scorer);
        WhatIsNoTextIsAnException(scorer);
        WhatIsHugeIsRefused(scorer);
        TenThreadsGetTheSameBytes(scorer);
        StreamsEndWhereTheyAreTold(scorer);
        var collector = scorer.Collect("cohort");
        DisposingIsNotBeforeTheLastCall(scorer);
        WhatIsRefusedIsLeftOut(collector);
        ForgottenScorersAreFreed();
        return failed;
    }

    private static void WhatIsRefusedIsAnException(Scorer scorer)
    {
        Refused(() => scorer.Score("{"), "not_json");
        Refused(() => scorer.Explain(""), "not_json");
        Refused(() => scorer.Ask("plan", "["), "not_json");
        Refused(() => scorer.Ask("no such question", "{}"), "unknown_value");
        Refused(() => scorer.Schema("no such schema"), "unknown_value");
        Refused(() => scorer.Collect("plan"), "unknown_value");
        Refused(() => scorer.Collect("cohort", "{"), "not_json");
        Refused(() => scorer.Level("9", "75"), "unknown_group");
        Refused(() => scorer.Overlay("{"), "not_json");
        Refused(() => Scorer.Load("{"), "not_json");
        Refused(() => Scorer.Shipped("Tiểu học"), "unknown_framework");
        Refused(() => scorer.PlaceOf("1.3.99"), "unknown_indicator");
        var shape = scorer.RowShape();
        var row = new int[shape.Answers];
        var states = new sbyte[shape.Conditions];
        Holds(!scorer.Judge(row, states).IsRefused, "a row of numbers");
        Thrown<ArgumentException>(() => scorer.Judge(new int[shape.Answers - 1], states));
        Thrown<ArgumentException>(() => scorer.Judge(row, new sbyte[0]));
        Thrown<ArgumentNullException>(() => scorer.Judge(null, states));
        Holds(scorer.Judge(scorer.Table(0)).Refused == 0, "no rows");
        var error = Thrown<ThuocdoException>(() => scorer.Score("{}", (Lang)7));
        Holds(error.Status == Status.BadOption && !error.IsRefusal && error.Code == "bad_option", "another language is a bad option");
    }

    private static void WhatIsNoTextIsAnException(Scorer scorer)
    {
        Refused(() => scorer.Score(new byte[] { 0x22, 0xc3, 0x28, 0x22 }), "not_json");
        Refused(() => scorer.Ask("plan", new byte[] { 0xe1, 0xbb }), "not_json");
        Refused(() => Scorer.Load(new byte[] { 0xff }), "not_json");
        Refused(() => scorer.Score(new byte[0]), "not_json");
        Thrown<EncoderFallbackException>(() => scorer.Score("\"\ud83d\""));
        Thrown<ArgumentNullException>(() => scorer.Score((string)null));
        Thrown<ArgumentNullException>(() => scorer.Score((byte[])null));
        Thrown<ArgumentNullException>(() => scorer.Level(null, "75"));
    }

    private static void WhatIsHugeIsRefused(Scorer scorer) => Refused(() => scorer.Score(new string('[', 64 << 20)), "too_large");

    private static void TenThreadsGetTheSameBytes(Scorer scorer)
    {
        var card = scorer.Score(School);
        InTenThreads(() =>
        {
            for (var n = 0; n < 100; n++)
            {
                Holds(scorer.Score(School, Lang.En) == card, "a thread gets the same bytes");
                Refused(() => scorer.Score("{"), "not_json");
            }
        });
    }

    private static void StreamsEndWhereTheyAreTold(Scorer scorer)
    {
        const string lines = School + "\n{\n" + School;
        var taken = new List<string>();
        Func<string, bool> take = line =>
        {
            taken.Add(line);
            return true;
        };
        Holds(scorer.StreamNdjson(lines, take, Lang.En), "a stream goes to its end");
        Holds(string.Join("\n", taken) + "\n" == scorer.ScoreNdjson(lines, Lang.En), "a stream has the lines of the whole answer");
        Holds(!scorer.StreamNdjson(lines, line => !take(line)) && taken.Count == 4, "it ends after the first line");
        Holds(!scorer.StreamNdjson("{", line => !take(line), first: 101), "it ends after the only line");
        Holds(taken[4].StartsWith("{\"line\":101,", StringComparison.Ordinal), "the number of the first line");
        var enough = new InvalidOperationException("enough");
        var error = Thrown<InvalidOperationException>(() => scorer.StreamNdjson(lines, line => take(line) ? throw enough : true));
        Holds(error == enough && taken.Count == 6, "an exception ends it, and comes out as it is");
        Refused(() => scorer.StreamNdjson(lines, line => scorer.Score("{") == ""), "not_json");
        var disposed = Scorer.Shipped("moet-4725-2022");
        var isWhole = disposed.StreamNdjson(lines, line =>
        {
            disposed.Dispose();
            return take(line);
        });
        Holds(isWhole && taken.Count == 9, "one that is disposed of in the midst of its call is freed behind it");
        Thrown<ObjectDisposedException>(() => disposed.StreamNdjson(lines, take));
    }

    private static void DisposingIsNotBeforeTheLastCall(Scorer scorer)
    {
        var begun = new CountdownEvent(10);
        var disposing = new Thread(() =>
        {
            begun.Wait();
            scorer.Dispose();
        });
        disposing.Start();
        InTenThreads(() =>
        {
            scorer.Score(School);
            begun.Signal();
            Thrown<ObjectDisposedException>(() =>
            {
                while (true)
                {
                    scorer.Score(School);
                }
            });
        });
        disposing.Join();
        scorer.Dispose();
    }

    // Also once the scorer is gone.
    private static void WhatIsRefusedIsLeftOut(Scorer.Collector collector)
    {
        Refused(() => collector.Add("submissions", School), "unknown_value");
        InTenThreads(() =>
        {
            for (var n = 0; n < 10; n++)
            {
                collector.Add("scorecards", School);
            }
        });
        var error = Thrown<ThuocdoException>(() => collector.Add("scorecards", "{"));
        Holds(error.Json.Contains("\"at\":\"/scorecards/100\""), "the place of what is refused");
        Holds(collector.Answer().Contains("\"count\":100,"), "the others stay");
        collector.Dispose();
        collector.Dispose();
        Thrown<ObjectDisposedException>(() => collector.Answer());
    }

    private static void ForgottenScorersAreFreed()
    {
        for (var n = 0; n < 20; n++)
        {
            Scorer.Shipped("moet-4725-2022").Level("1", "75.01");
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void InTenThreads(ThreadStart work)
    {
        var threads = Enumerable.Range(0, 10).Select(n => new Thread(work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private static void Refused(Action call, string code)
    {
        var error = Thrown<ThuocdoException>(call);
        var isWhole = error.IsRefusal && error.Message != "" && error.Json.StartsWith("{\"violations\":[{", StringComparison.Ordinal);
        Holds(isWhole && error.Code == code, $"{code}: {error.Status} {error.Code} {error.Json}");
    }

    private static T Thrown<T>(Action call) where T : Exception
    {
        try
        {
            call();
        }
        catch (T error)
        {
            return error;
        }
        throw new InvalidOperationException($"no {typeof(T).Name}");
    }

    private static void Holds(bool isSo, string what)
    {
        if (!isSo)
        {
            Console.Error.WriteLine(what);
            failed = 1;
        }
    }
}
