using Atomics.Programs;

namespace Outside;

public sealed class MessagePassing(bool isRepaired) : Scenario
{
    public override string Name => "message-passing";

    public override string Description => "Who sees the flag sees the message.";

    public override unsafe ScenarioInstance Create<TMemory>()
    {
        SharedWords words = new();
        int* message = words.Word32("message");
        int* flag = words.Word32("flag");
        Actor sender = new("sender", [], _ =>
        {
            TMemory.WritePlain(ref *message, 42);
            if (isRepaired)
            {
                TMemory.WriteRelease(ref *flag, 1);
            }
            else
            {
                TMemory.WritePlain(ref *flag, 1);
            }
        });
        Actor receiver = new("receiver", ["flag", "message"], registers =>
        {
            registers[0] = TMemory.ReadAcquire(ref *flag);
            registers[1] = TMemory.ReadPlain(ref *message);
        });
        return new ScenarioInstance([sender, receiver], words.Locations, observed: [], Check, words);
    }

    private static string? Check(Outcome outcome) =>
        outcome.Registers[1] is [1, 0] ? "the flag is set, but the message is not there" : null;
}
