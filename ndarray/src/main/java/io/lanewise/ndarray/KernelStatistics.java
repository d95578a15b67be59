package io.lanewise.ndarray;

/// What the cache of compiled loops holds and has done, as [Lanewise#kernelStatistics()] finds it.
///
/// @param programs computations whose loops are kept now
/// @param limit how many are kept at most: the property `lanewise.kernels.limit`
/// @param kernels loops of the programs that are kept, one for each way of reaching the operands
/// @param lanes how many of these run with lanes
/// @param warming how many of these have their lanes compiled now
/// @param classes classes made since the start, plain loops and loops with lanes
/// @param evicted programs given up since the start, because others were used later
public record KernelStatistics(
    long programs,
    long limit,
    long kernels,
    long lanes,
    long warming,
    long classes,
    long evicted) {}
