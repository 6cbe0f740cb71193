using Weaving;

namespace Ordinary;

[FIXTURE]
public class HandoffTests
{
    [MARK]
    public void A_volatile_flag_passes() => Check.Class<VolatileHandoff>().Passes(Model.Sc, Model.Tso, Model.Dotnet);

    [MARK]
    public void A_plain_flag_passes() => Check.Class<PlainHandoff>().Passes(Model.Dotnet);
}
