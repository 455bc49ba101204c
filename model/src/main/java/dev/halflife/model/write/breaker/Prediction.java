package dev.halflife.model.write.breaker;

/** One allowed reply to one operation in one state: of an open breaker that extends its open time with every failure. */
record Prediction(BreakerConfig config, boolean oneProbe, BreakerState state)
        implements BreakerOperation.Cases<BreakerReply> {

    private static final BreakerReply DONE = new BreakerReply.Done();

    @Override
    public BreakerReply allow(BreakerOperation.Allow allow) {
        if (!(state.circuit(allow.partition()) instanceof Circuit.Open open)) {
            return new BreakerReply.Allowed(true);
        }
        boolean waits = oneProbe && open.probed() && allow.atNanos() < config.endOf(open.probeNanos());
        return new BreakerReply.Allowed(!waits && !open.mayBeOpen(allow.atNanos()));
    }

    @Override
    public BreakerReply success(BreakerOperation.Success success) {
        return DONE;
    }

    @Override
    public BreakerReply failure(BreakerOperation.Failure failure) {
        return DONE;
    }

    @Override
    public BreakerReply state(BreakerOperation.State ask) {
        return new BreakerReply.Told(
                state.circuit(ask.partition()) instanceof Circuit.Open open && open.mayBeOpen(ask.atNanos()));
    }
}
