// thuocdo from C#: one file over thuocdo.h. C# 7, for .NET 6 and later as for Mono; it needs no `unsafe`.
//
//   using (var scorer = Scorer.Shipped("moet-4725-2022"))
//   {
//       string card = scorer.Score("{ \"conditions\": {}, \"answers\": { \"1.3.1\": 6 } }");
//   }
//
// Text in as a string comes back as a string; text in as UTF-8 bytes comes back as UTF-8 bytes, which saves the way through UTF-16 and back.
// What is refused is a ThuocdoException. A string with half a surrogate pair has no UTF-8 and is an EncoderFallbackException.
// A Scorer or a Collector may be shared between threads. Disposed of while another thread is in a call, it is freed after that call; later calls are an
// ObjectDisposedException.
using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Thuocdo
{
    /// <summary>The language of messages and explanations.</summary>
    public enum Lang
    {
        Vi = 0,
        En = 1,
    }

    /// <summary>How a call ended: the numbers of thuocdo.h, which says what they mean.</summary>
    public enum Status
    {
        Ok = 0,
        Refused = 1,
        NullArgument = 2,
        BadLength = 3,
        BadOption = 4,
        BadStream = 5,
        Panicked = 6,
        Stopped = 7,
    }

    /// <summary>Why a call was not carried out. Message is for people, in the language of the call.</summary>
    public sealed class ThuocdoException : Exception
    {
        internal ThuocdoException(Status status, string code, string message, string json) : base(message)
        {
            Status = status;
            Code = code;
            Json = json;
        }

        /// <summary>How the call ended.</summary>
        public Status Status { get; }

        /// <summary>The code of the first violation, such as points_out_of_range.</summary>
        public string Code { get; }

        /// <summary>All violations: {"violations":[...]}.</summary>
        public string Json { get; }

        /// <summary>Whether the data is at fault, and not the program.</summary>
        public bool IsRefusal => Status == Status.Refused;
    }

    /// <summary>What stands at a place in a row of numbers, or in its results.</summary>
    public enum Kind
    {
        Group = 0,
        Condition = 1,
        Points = 2,
        Met = 3,
        Count = 4,
        Share = 5,
    }

    /// <summary>Why a row of numbers is refused: bits, by the codes of violations.</summary>
    [Flags]
    public enum Faults : uint
    {
        None = 0,
        PointsOutOfRange = 1,
        WrongType = 2,
        CountOutOfRange = 4,
        ShareOutOfRange = 8,
        MissingField = 16,
    }

    /// <summary>Why the level of a group cannot be recognised: bits.</summary>
    [Flags]
    public enum Blockers : ushort
    {
        None = 0,
        ConditionUnmet = 1,
        ConditionUnknown = 2,
        LevelUndetermined = 4,
        EvidenceMissing = 8,
        EvidenceUnknown = 16,
    }

    /// <summary>Where a code stands: its cell, and its maximum in hundredths. A share has its whole in the next cell.</summary>
    public struct Place
    {
        public int Cell;
        public Kind Kind;
        public int Max;
        public bool AsksEvidence;
    }

    /// <summary>How many numbers a row has.</summary>
    public struct Shape
    {
        public int Answers;
        public int Conditions;
        public int Groups;
    }

    /// <summary>The results of a row in a group; scores in hundredths.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct RowGroup
    {
        public int ScoreLow;
        public int ScoreHigh;
        public byte LevelLow;
        public byte LevelHigh;
        public Blockers Blockers;
    }

    /// <summary>The results of a row. Of a refused one all but the faults is 0.</summary>
    public sealed class Row
    {
        internal Row(Faults faults, bool eligible, byte overallLow, byte overallHigh, RowGroup[] groups)
        {
            Faults = faults;
            Eligible = eligible;
            OverallLow = overallLow;
            OverallHigh = overallHigh;
            Groups = groups;
        }

        public Faults Faults { get; }

        public bool IsRefused => Faults != Faults.None;

        public bool Eligible { get; }

        public byte OverallLow { get; }

        public byte OverallHigh { get; }

        public RowGroup[] Groups { get; }
    }

    /// <summary>Rows of numbers in columns: cell c of row r is Answers[c * Count + r]. Scorer.Table makes one with every cell missing.</summary>
    public sealed class Table
    {
        internal Table(int count, Shape shape)
        {
            Count = count;
            Answers = Filled(checked(shape.Answers * count), Scorer.Missing);
            Conditions = Filled(checked(shape.Conditions * count), Scorer.Unknown);
        }

        public int Count { get; }

        public int[] Answers { get; }

        public sbyte[] Conditions { get; }

        private static T[] Filled<T>(int length, T value)
        {
            var filled = new T[length];
            for (var n = 0; n < length; n++)
            {
                filled[n] = value;
            }
            return filled;
        }
    }

    /// <summary>The results of a table in columns: of group g in row r at [g * count + r], of the whole row at [r].</summary>
    public sealed class Judged
    {
        internal Judged(int count, int groups)
        {
            var ofGroups = checked(groups * count);
            ScoreLow = new int[ofGroups];
            ScoreHigh = new int[ofGroups];
            LevelLow = new byte[ofGroups];
            LevelHigh = new byte[ofGroups];
            Blockers = new Blockers[ofGroups];
            OverallLow = new byte[count];
            OverallHigh = new byte[count];
            Eligible = new byte[count];
            Faults = new Faults[count];
        }

        public int Refused { get; internal set; }

        public int[] ScoreLow { get; }

        public int[] ScoreHigh { get; }

        public byte[] LevelLow { get; }

        public byte[] LevelHigh { get; }

        public Blockers[] Blockers { get; }

        public byte[] OverallLow { get; }

        public byte[] OverallHigh { get; }

        public byte[] Eligible { get; }

        public Faults[] Faults { get; }
    }

    /// <summary>A framework with its overlays, compiled.</summary>
    public sealed class Scorer : IDisposable
    {
        /// <summary>A cell of answers without an answer.</summary>
        public const int Missing = int.MinValue;

        /// <summary>A condition of which it is unknown whether it is met; 1 is met, 0 is unmet.</summary>
        public const sbyte Unknown = -1;

        private readonly Handle handle;

        static Scorer()
        {
            Native.Find();
        }

        private Scorer(Handle handle)
        {
            this.handle = handle;
        }

        /// <summary>A framework that comes with the library.</summary>
        public static Scorer Shipped(string id, Lang lang = Lang.Vi)
        {
            var text = Utf8.Of(id);
            return Made((out Handle made, out IntPtr error) => Native.thuocdo_scorer_shipped(text, Size(text), lang, out made, out error));
        }

        /// <summary>A framework file.</summary>
        public static Scorer Load(string json, Lang lang = Lang.Vi) => Load(Utf8.Of(json), lang);

        /// <summary>A framework file, in UTF-8.</summary>
        public static Scorer Load(byte[] json, Lang lang = Lang.Vi) =>
            Made((out Handle made, out IntPtr error) => Native.thuocdo_scorer_load(json, Size(json), lang, out made, out error));

        /// <summary>The same with one more overlay on top; this one stays as it is.</summary>
        public Scorer Overlay(string json, Lang lang = Lang.Vi) => Overlay(Utf8.Of(json), lang);

        /// <summary>The same with one more overlay on top, given in UTF-8.</summary>
        public Scorer Overlay(byte[] json, Lang lang = Lang.Vi) =>
            Made((out Handle made, out IntPtr error) => Native.thuocdo_scorer_overlay(handle, json, Size(json), lang, out made, out error));

        /// <summary>The scorecard as canonical JSON.</summary>
        public string Score(string assessment, Lang lang = Lang.Vi) => Utf8.From(Score(Utf8.Of(assessment), lang));

        /// <summary>The scorecard as canonical JSON, in UTF-8.</summary>
        public byte[] Score(byte[] assessment, Lang lang = Lang.Vi) => Answer(Native.thuocdo_score, assessment, lang);

        /// <summary>{"violations":[...]}, the list empty where nothing is wrong.</summary>
        public string Check(string assessment, Lang lang = Lang.Vi) => Utf8.From(Check(Utf8.Of(assessment), lang));

        /// <summary>{"violations":[...]} in UTF-8, the list empty where nothing is wrong.</summary>
        public byte[] Check(byte[] assessment, Lang lang = Lang.Vi) => Answer(Native.thuocdo_check, assessment, lang);

        /// <summary>Why, in words, as JSON.</summary>
        public string Explain(string assessment, Lang lang = Lang.Vi) => Utf8.From(Explain(Utf8.Of(assessment), lang));

        /// <summary>Why, in words, as JSON in UTF-8.</summary>
        public byte[] Explain(byte[] assessment, Lang lang = Lang.Vi) => Answer(Native.thuocdo_explain, assessment, lang);

        /// <summary>A line out for each line in.</summary>
        public string ScoreNdjson(string lines, Lang lang = Lang.Vi) => Utf8.From(ScoreNdjson(Utf8.Of(lines), lang));

        /// <summary>A line out for each line in, in UTF-8.</summary>
        public byte[] ScoreNdjson(byte[] lines, Lang lang = Lang.Vi) => Answer(Native.thuocdo_score_ndjson, lines, lang);

        /// <summary>As ScoreNdjson, but hands each line to take as soon as it is there, which says whether to go on.</summary>
        public bool StreamNdjson(string lines, Func<string, bool> take, Lang lang = Lang.Vi, ulong first = 1) =>
            StreamNdjson(Utf8.Of(lines), line => take(Utf8.From(line)), lang, first);

        /// <summary>
        /// The same in UTF-8. What take throws ends the call and is thrown here; first is the number of the first line. Whether it went to the end.
        /// </summary>
        public bool StreamNdjson(byte[] lines, Func<byte[], bool> take, Lang lang = Lang.Vi, ulong first = 1)
        {
            ExceptionDispatchInfo thrown = null;
            Take handOver = (context, line, length) =>
            {
                // No exception goes through C.
                try
                {
                    return take(Utf8.Copy(line, length)) ? 0 : 1;
                }
                catch (Exception error)
                {
                    thrown = ExceptionDispatchInfo.Capture(error);
                    return 1;
                }
            };
            try
            {
                Call((out IntPtr error) =>
                    Native.thuocdo_stream_ndjson(handle, lines, Size(lines), first, lang, handOver, IntPtr.Zero, out error));
                return true;
            }
            catch (ThuocdoException error) when (error.Status == Status.Stopped)
            {
                thrown?.Throw();
                return false;
            }
        }

        /// <summary>What is done with scores: a question of docs/PRACTICE.md.</summary>
        public string Ask(string question, string request, Lang lang = Lang.Vi) => Utf8.From(Ask(question, Utf8.Of(request), lang));

        /// <summary>What is done with scores: a question of docs/PRACTICE.md; request and answer in UTF-8.</summary>
        public byte[] Ask(string question, byte[] request, Lang lang = Lang.Vi)
        {
            var word = Utf8.Of(question);
            return Answer((out Buffer answer, out IntPtr error) =>
                Native.thuocdo_ask(handle, word, Size(word), request, Size(request), lang, out answer, out error));
        }

        /// <summary>A question of many documents: agreement, cohort, publication or quality_batch, its request without the lists.</summary>
        public Collector Collect(string question, string request = "{}", Lang lang = Lang.Vi) => Collect(question, Utf8.Of(request), lang);

        /// <summary>A question of many documents, its request in UTF-8. The scorer may be disposed of before the collector.</summary>
        public Collector Collect(string question, byte[] request, Lang lang = Lang.Vi)
        {
            var word = Utf8.Of(question);
            CollectorHandle made = null;
            Call((out IntPtr error) =>
                Native.thuocdo_collect(handle, word, Size(word), request, Size(request), lang, out made, out error));
            return new Collector(made);
        }

        /// <summary>The level of a total in a group; points as in JSON, such as "75.01".</summary>
        public int Level(string group, string points, Lang lang = Lang.Vi)
        {
            byte[] word = Utf8.Of(group), text = Utf8.Of(points);
            byte level = 0;
            Call((out IntPtr error) => Native.thuocdo_level(handle, word, Size(word), text, Size(text), lang, out level, out error));
            return level;
        }

        /// <summary>What the library is and holds, as JSON.</summary>
        public static string About() => Utf8.From(Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_about(out answer, out error)));

        /// <summary>How many numbers a row has.</summary>
        public Shape RowShape()
        {
            var shape = new NativeShape { Size = SizeOf<NativeShape>() };
            Numbers(Native.thuocdo_shape_of(handle, ref shape));
            return new Shape { Answers = (int)shape.Answers, Conditions = (int)shape.Conditions, Groups = (int)shape.Groups };
        }

        /// <summary>Where the code of an indicator, a condition or a group stands.</summary>
        public Place PlaceOf(string code, Lang lang = Lang.Vi)
        {
            var text = Utf8.Of(code);
            var place = new NativePlace { Size = SizeOf<NativePlace>() };
            Call((out IntPtr error) => Native.thuocdo_place_of(handle, text, Size(text), lang, ref place, out error));
            return new Place { Cell = (int)place.Cell, Kind = place.Kind, Max = place.Max, AsksEvidence = place.AsksEvidence != 0 };
        }

        /// <summary>The results of one row, of as many numbers as the shape says. What is at fault in it is told by the row, not thrown.</summary>
        public Row Judge(int[] answers, sbyte[] conditions)
        {
            if (answers == null || conditions == null)
            {
                throw new ArgumentNullException(answers == null ? nameof(answers) : nameof(conditions));
            }
            var row = new NativeRow { Size = SizeOf<NativeRow>(), Groups = new RowGroup[NativeRow.MaxGroups] };
            var status = Native.thuocdo_judge_row(
                handle, answers, new UIntPtr((uint)answers.Length), conditions, new UIntPtr((uint)conditions.Length), ref row);
            Numbers(status == Status.Refused ? Status.Ok : status);
            Array.Resize(ref row.Groups, row.GroupCount);
            return new Row(row.Faults, row.Eligible != 0, row.OverallLow, row.OverallHigh, row.Groups);
        }

        /// <summary>Room for rows, in which every cell is missing.</summary>
        public Table Table(int count) => new Table(count, RowShape());

        /// <summary>The results of all rows of a table, in columns.</summary>
        public Judged Judge(Table table)
        {
            var groups = RowShape().Groups;
            var judged = new Judged(table.Count, groups);
            var count = new UIntPtr((uint)table.Count);
            var pins = new Pins();
            try
            {
                var rows = new NativeRows
                {
                    Size = SizeOf<NativeRows>(),
                    Count = count,
                    Answers = pins.Add(table.Answers),
                    AnswersLength = new UIntPtr((uint)table.Answers.Length),
                    AnswersRow = new UIntPtr(1),
                    AnswersCell = count,
                    Conditions = pins.Add(table.Conditions),
                    ConditionsLength = new UIntPtr((uint)table.Conditions.Length),
                    ConditionsRow = new UIntPtr(1),
                    ConditionsCell = count,
                    Groups = new UIntPtr((uint)groups),
                    GroupStride = count,
                    ScoreLow = pins.Add(judged.ScoreLow),
                    ScoreHigh = pins.Add(judged.ScoreHigh),
                    LevelLow = pins.Add(judged.LevelLow),
                    LevelHigh = pins.Add(judged.LevelHigh),
                    Blockers = pins.Add(judged.Blockers),
                    OverallLow = pins.Add(judged.OverallLow),
                    OverallHigh = pins.Add(judged.OverallHigh),
                    Eligible = pins.Add(judged.Eligible),
                    Faults = pins.Add(judged.Faults),
                };
                Numbers(Native.thuocdo_judge_rows(handle, ref rows, out var refused));
                judged.Refused = (int)refused;
            }
            finally
            {
                pins.Free();
            }
            return judged;
        }

        /// <summary>A JSON Schema by name.</summary>
        public string Schema(string name, Lang lang = Lang.Vi) => Utf8.From(Answer(Native.thuocdo_schema, Utf8.Of(name), lang));

        /// <summary>The framework with its overlays as canonical JSON.</summary>
        public string Framework() =>
            Utf8.From(Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_framework(handle, out answer, out error)));

        /// <summary>The digest of that.</summary>
        public string Digest() =>
            Utf8.From(Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_digest(handle, out answer, out error)));

        /// <summary>Frees the scorer; forgotten, the garbage collector does it.</summary>
        public void Dispose() => handle.Dispose();

        /// <summary>A question of many documents, which are added one by one.</summary>
        public sealed class Collector : IDisposable
        {
            private readonly CollectorHandle handle;

            internal Collector(CollectorHandle handle)
            {
                this.handle = handle;
            }

            /// <summary>Adds a document to a list of the request, such as scorecards. One that is refused is left out; the others stay.</summary>
            public void Add(string list, string document, Lang lang = Lang.Vi) => Add(list, Utf8.Of(document), lang);

            /// <summary>Adds a document in UTF-8.</summary>
            public void Add(string list, byte[] document, Lang lang = Lang.Vi)
            {
                var word = Utf8.Of(list);
                Call((out IntPtr error) =>
                    Native.thuocdo_collector_add(handle, word, Size(word), document, Size(document), lang, out error));
            }

            /// <summary>The answer of the documents that were taken so far.</summary>
            public string Answer(Lang lang = Lang.Vi) => Utf8.From(AnswerUtf8(lang));

            /// <summary>The answer of the documents that were taken so far, in UTF-8.</summary>
            public byte[] AnswerUtf8(Lang lang = Lang.Vi) =>
                Scorer.Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_collector_answer(handle, lang, out answer, out error));

            /// <summary>Frees the collector; forgotten, the garbage collector does it.</summary>
            public void Dispose() => handle.Dispose();
        }

        private delegate Status Entry(out IntPtr error);

        private delegate Status Making(out Handle made, out IntPtr error);

        private delegate Status Answering(out Buffer answer, out IntPtr error);

        private delegate Status OnText(Handle scorer, byte[] text, UIntPtr length, Lang lang, out Buffer answer, out IntPtr error);

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        private delegate int Take(IntPtr context, IntPtr line, UIntPtr length);

        // The length of a text in bytes. Null is refused here, since the library takes it for the empty text.
        private static UIntPtr Size(byte[] text) => text == null ? throw new ArgumentNullException(nameof(text)) : new UIntPtr((uint)text.Length);

        private static void Call(Entry entry)
        {
            var error = IntPtr.Zero;
            try
            {
                var status = entry(out error);
                if (status != Status.Ok)
                {
                    throw new ThuocdoException(
                        status,
                        Utf8.From(Native.thuocdo_error_code(error, out var code), code),
                        Utf8.From(Native.thuocdo_error_message(error, out var message), message),
                        Utf8.From(Native.thuocdo_error_json(error, out var json), json));
                }
            }
            finally
            {
                Native.thuocdo_error_free(error);
            }
        }

        // The calls on numbers tell no more than their status.
        private static void Numbers(Status status)
        {
            if (status != Status.Ok)
            {
                throw new ArgumentException($"{status} of a call on numbers");
            }
        }

        private static UIntPtr SizeOf<T>() => new UIntPtr((uint)Marshal.SizeOf(typeof(T)));

        // Arrays that stay where they are during a call.
        private sealed class Pins
        {
            private readonly List<GCHandle> handles = new List<GCHandle>();

            internal IntPtr Add(Array array)
            {
                var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
                handles.Add(handle);
                return handle.AddrOfPinnedObject();
            }

            internal void Free() => handles.ForEach(handle => handle.Free());
        }

        [StructLayout(LayoutKind.Sequential)]
        private struct NativeShape
        {
            internal UIntPtr Size;
            internal UIntPtr Answers;
            internal UIntPtr Conditions;
            internal UIntPtr Groups;
        }

        [StructLayout(LayoutKind.Sequential)]
        private struct NativePlace
        {
            internal UIntPtr Size;
            internal UIntPtr Cell;
            internal Kind Kind;
            internal int Max;
            internal int AsksEvidence;
        }

        [StructLayout(LayoutKind.Sequential)]
        private struct NativeRow
        {
            internal const int MaxGroups = 16;

            internal UIntPtr Size;
            internal Faults Faults;
            internal byte OverallLow;
            internal byte OverallHigh;
            internal byte Eligible;
            internal byte GroupCount;

            [MarshalAs(UnmanagedType.ByValArray, SizeConst = MaxGroups)]
            internal RowGroup[] Groups;
        }

        [StructLayout(LayoutKind.Sequential)]
        private struct NativeRows
        {
            internal UIntPtr Size;
            internal UIntPtr Count;
            internal IntPtr Answers;
            internal UIntPtr AnswersLength;
            internal UIntPtr AnswersRow;
            internal UIntPtr AnswersCell;
            internal IntPtr Conditions;
            internal UIntPtr ConditionsLength;
            internal UIntPtr ConditionsRow;
            internal UIntPtr ConditionsCell;
            internal UIntPtr Groups;
            internal UIntPtr GroupStride;
            internal IntPtr ScoreLow;
            internal IntPtr ScoreHigh;
            internal IntPtr LevelLow;
            internal IntPtr LevelHigh;
            internal IntPtr Blockers;
            internal IntPtr OverallLow;
            internal IntPtr OverallHigh;
            internal IntPtr Eligible;
            internal IntPtr Faults;
        }

        private static Scorer Made(Making make)
        {
            var found = Native.thuocdo_abi_version();
            if (found != Native.Abi)
            {
                throw new NotSupportedException($"this program is for ABI {Native.Abi} of thuocdo; the library has {found}");
            }
            Handle made = null;
            Call((out IntPtr error) => make(out made, out error));
            return new Scorer(made);
        }

        private static byte[] Answer(Answering entry)
        {
            var buffer = default(Buffer);
            try
            {
                Call((out IntPtr error) => entry(out buffer, out error));
                return Utf8.Copy(buffer.Pointer, buffer.Length);
            }
            finally
            {
                Native.thuocdo_buffer_free(ref buffer);
            }
        }

        private byte[] Answer(OnText entry, byte[] text, Lang lang) =>
            Answer((out Buffer answer, out IntPtr error) => entry(handle, text, Size(text), lang, out answer, out error));

        // A call holds the handle, so it is freed after the last of them.
        private sealed class Handle : SafeHandleZeroOrMinusOneIsInvalid
        {
            private Handle() : base(true)
            {
            }

            protected override bool ReleaseHandle()
            {
                Native.thuocdo_scorer_free(handle);
                return true;
            }
        }

        internal sealed class CollectorHandle : SafeHandleZeroOrMinusOneIsInvalid
        {
            private CollectorHandle() : base(true)
            {
            }

            protected override bool ReleaseHandle()
            {
                Native.thuocdo_collector_free(handle);
                return true;
            }
        }

        [StructLayout(LayoutKind.Sequential)]
        private struct Buffer
        {
            internal IntPtr Pointer;
            internal UIntPtr Length;
        }

        // Encoded here, so that no marshaller chooses an encoding.
        private static class Utf8
        {
            private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

            internal static byte[] Of(string text) => Strict.GetBytes(text);

            internal static string From(byte[] bytes) => Strict.GetString(bytes);

            internal static string From(IntPtr pointer, UIntPtr length) => From(Copy(pointer, length));

            internal static byte[] Copy(IntPtr pointer, UIntPtr length)
            {
                var bytes = new byte[checked((int)length.ToUInt64())];
                Marshal.Copy(pointer, bytes, 0, bytes.Length);
                return bytes;
            }
        }

        private static class Native
        {
            internal const uint Abi = 1;

            private const CallingConvention C = CallingConvention.Cdecl;

            // The library is where THUOCDO_LIBRARY says; else it has the name that the loader of the system looks for.
#if NET5_0_OR_GREATER
            private const string Library = "thuocdo";

            internal static void Find()
            {
                try
                {
                    NativeLibrary.SetDllImportResolver(
                        typeof(Native).Assembly,
                        (name, assembly, search) => name == Library ? NativeLibrary.Load(Place(), assembly, search) : IntPtr.Zero);
                }
                catch (InvalidOperationException)
                {
                    // The program has a resolver of its own, which finds the library.
                }
            }

            private static string Place()
            {
                var path = Environment.GetEnvironmentVariable("THUOCDO_LIBRARY");
                if (!string.IsNullOrEmpty(path)) return path;
                if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) return "thuocdo.dll";
                return RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? $"libthuocdo.{Abi}.dylib" : $"libthuocdo.so.{Abi}";
            }
#elif __MonoCS__
            private const string Library = "libthuocdo.so.1";
            private const int Now = 2;

            internal static void Find()
            {
                // What is loaded already is found by its name.
                var path = Environment.GetEnvironmentVariable("THUOCDO_LIBRARY");
                if (!string.IsNullOrEmpty(path) && dlopen(path, Now) == IntPtr.Zero) throw new DllNotFoundException(path);
            }

            [DllImport("libdl.so.2")]
            private static extern IntPtr dlopen(string path, int flags);
#else
            private const string Library = "thuocdo.dll";

            internal static void Find()
            {
                // Windows looks beside the program.
            }
#endif

            [DllImport(Library, CallingConvention = C)]
            internal static extern uint thuocdo_abi_version();

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_about(out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_shape_of(Handle scorer, ref NativeShape shape);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_place_of(
                Handle scorer, byte[] code, UIntPtr codeLen, Lang lang, ref NativePlace place, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_judge_row(
                Handle scorer, int[] answers, UIntPtr answersLen, sbyte[] conditions, UIntPtr conditionsLen, ref NativeRow row);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_judge_rows(Handle scorer, ref NativeRows rows, out UIntPtr refused);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_scorer_shipped(byte[] id, UIntPtr idLen, Lang lang, out Handle made, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_scorer_load(byte[] json, UIntPtr jsonLen, Lang lang, out Handle made, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_scorer_overlay(
                Handle scorer, byte[] json, UIntPtr jsonLen, Lang lang, out Handle made, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_scorer_free(IntPtr scorer);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_score(
                Handle scorer, byte[] assessment, UIntPtr assessmentLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_check(
                Handle scorer, byte[] assessment, UIntPtr assessmentLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_explain(
                Handle scorer, byte[] assessment, UIntPtr assessmentLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_level(
                Handle scorer, byte[] group, UIntPtr groupLen, byte[] points, UIntPtr pointsLen, Lang lang, out byte level, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_ask(
                Handle scorer, byte[] question, UIntPtr questionLen, byte[] request, UIntPtr requestLen, Lang lang, out Buffer answer,
                out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_collect(
                Handle scorer, byte[] question, UIntPtr questionLen, byte[] request, UIntPtr requestLen, Lang lang, out CollectorHandle made,
                out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_collector_add(
                CollectorHandle collector, byte[] list, UIntPtr listLen, byte[] document, UIntPtr documentLen, Lang lang, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_collector_answer(CollectorHandle collector, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_collector_free(IntPtr collector);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_score_ndjson(
                Handle scorer, byte[] lines, UIntPtr linesLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_stream_ndjson(
                Handle scorer, byte[] lines, UIntPtr linesLen, ulong first, Lang lang, Take take, IntPtr context, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_schema(
                Handle scorer, byte[] name, UIntPtr nameLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_framework(Handle scorer, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_digest(Handle scorer, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_buffer_free(ref Buffer buffer);

            [DllImport(Library, CallingConvention = C)]
            internal static extern IntPtr thuocdo_error_code(IntPtr error, out UIntPtr length);

            [DllImport(Library, CallingConvention = C)]
            internal static extern IntPtr thuocdo_error_message(IntPtr error, out UIntPtr length);

            [DllImport(Library, CallingConvention = C)]
            internal static extern IntPtr thuocdo_error_json(IntPtr error, out UIntPtr length);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_error_free(IntPtr error);
        }
    }
}
