namespace Exploration.Tests.Oracle;

/// <summary>
/// The abstract machine of Owens, Sarkar and Sewell's x86-TSO: every interleaving of its steps, and of each final state
/// who read from whom and the order of writes. With buffers of length 0 it is sequentially consistent memory.
/// </summary>
internal sealed class StoreBufferMachine(RandomProgram program, bool hasBuffers)
{
    private readonly HashSet<string> _visited = [];

    /// <summary>Distinct executions, as reads-from and modification orders.</summary>
    public HashSet<string> Executions { get; } = [];

    /// <summary>Distinct outcomes: registers and final values.</summary>
    public HashSet<string> Outcomes { get; } = [];

    public StoreBufferMachine Run()
    {
        Visit(new State(program.Threads.Length));
        return this;
    }

    private void Visit(State state)
    {
        if (!_visited.Add(state.Key))
        {
            return;
        }

        bool moved = false;
        for (int thread = 0; thread < program.Threads.Length; thread++)
        {
            if (state.Buffers[thread].Count > 0)
            {
                moved = true;
                Visit(state.With(next => next.Drain(thread)));
            }

            if (state.Position[thread] < program.Threads[thread].Length)
            {
                RandomOperation operation = program.Threads[thread][state.Position[thread]];
                if (operation.IsLocked && state.Buffers[thread].Count > 0)
                {
                    continue;
                }

                moved = true;
                Visit(state.With(next => next.Perform(thread, operation, hasBuffers)));
            }
        }

        if (!moved)
        {
            Executions.Add(state.Graph);
            Outcomes.Add(state.Outcome(program));
        }
    }

    private sealed record Write(char Word, int Value, string Name);

    private sealed class State(int threads)
    {
        public int[] Position { get; private set; } = new int[threads];

        public List<Write>[] Buffers { get; private set; } =
            [.. Enumerable.Range(0, threads).Select(_ => new List<Write>())];

        private SortedDictionary<char, List<Write>> Memory { get; set; } = new() { ['x'] = [], ['y'] = [] };

        private SortedDictionary<string, (int Value, string Source)> Reads { get; set; } = [];

        public string Graph =>
            $"{string.Join(' ', Reads.Select(read => $"{read.Key}<-{read.Value.Source}"))} | "
            + $"{string.Join(" | ", Memory.Values.Select(Names))}";

        public string Key => $"{Graph} | {string.Join(',', Position)} | {string.Join(" / ", Buffers.Select(Names))}";

        public State With(Action<State> change)
        {
            State copy = new(Position.Length)
            {
                Position = [.. Position],
                Buffers = [.. Buffers.Select(buffer => new List<Write>(buffer))],
                Memory = new(Memory.ToDictionary(entry => entry.Key, entry => new List<Write>(entry.Value))),
                Reads = new(Reads),
            };
            change(copy);
            return copy;
        }

        public void Drain(int thread)
        {
            Write oldest = Buffers[thread][0];
            Buffers[thread].RemoveAt(0);
            Memory[oldest.Word].Add(oldest);
        }

        public void Perform(int thread, RandomOperation operation, bool hasBuffers)
        {
            string name = $"{thread}.{Position[thread]++}";
            int old = 0;
            if (operation.Reads)
            {
                Write? source = Buffers[thread].LastOrDefault(write => write.Word == operation.Word)
                    ?? Memory[operation.Word].LastOrDefault();
                old = source?.Value ?? 0;
                Reads[name] = (old, source?.Name ?? "init");
            }

            if (operation.Writes)
            {
                Write write = new(operation.Word, operation.Apply(old), name);
                (hasBuffers && !operation.IsLocked ? Buffers[thread] : Memory[operation.Word]).Add(write);
            }
        }

        public string Outcome(RandomProgram program)
        {
            IEnumerable<string> registers = program.Threads.SelectMany((thread, number) => thread
                .Select((operation, index) => (operation, index))
                .Where(each => each.operation.Kind == RandomKind.Load)
                .Select(each => $"P{number}.r{each.index}={Reads[$"{number}.{each.index}"].Value}"));
            IEnumerable<string> final = Memory
                .Where(
                    entry => program.Threads.Any(thread =>
                        thread.Any(operation => operation.Kind != RandomKind.Fence && operation.Word == entry.Key)))
                .Select(entry => $"{entry.Key}={entry.Value.LastOrDefault()?.Value ?? 0}");
            return string.Join(' ', registers.Concat(final));
        }

        private static string Names(List<Write> writes) => string.Join(',', writes.Select(write => write.Name));
    }
}
