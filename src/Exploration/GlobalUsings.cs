// Off the hot path a graph is copied to the greatest width, so that what handles it there needs no type parameter.
global using WidestGraph = Exploration.Graphs.ExecutionGraph<Exploration.Graphs.Set512>;
