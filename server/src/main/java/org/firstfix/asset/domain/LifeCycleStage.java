package org.firstfix.asset.domain;

/** Where a machine stands in its life. Retiring and returning to service are acts of their own, with a reason. */
public enum LifeCycleStage {
    ORDERED, INSTALLING, IN_USE, AGEING, RETIRED;

    /** A retired machine is retired only by {@code RetireAsset} and comes back only by {@code ReturnAssetToService}. */
    public boolean mayBeCorrectedTo(LifeCycleStage next) {
        return this == next || this != RETIRED && next != RETIRED;
    }
}
