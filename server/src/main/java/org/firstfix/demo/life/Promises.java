package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.firstfix.customer.usecase.MakePromise;
import org.firstfix.customer.usecase.PromiseInput;
import org.firstfix.demo.scenery.Dice;
import org.springframework.stereotype.Component;

/** What people of the house promised customers and have not kept yet: due today, and one that is late. */
@Component("demoPromises")
class Promises {
    private final Stage stage;
    private final House house;
    private final MakePromise makePromise;

    Promises(Stage stage, House house, MakePromise makePromise) {
        this.stage = stage;
        this.house = house;
        this.makePromise = makePromise;
    }

    void plan(Timeline timeline, List<Machine> machines, Dice dice, Instant now) {
        if (machines.isEmpty()) {
            return;
        }
        promise(timeline, dice.oneOf(machines), "agent", "今天回电告知工程师到场时间", now.minus(Duration.ofHours(3)), now.plus(Duration.ofMinutes(40)));
        promise(timeline, dice.oneOf(machines), "agent", "把上次的服务单发给客户", now.minus(Duration.ofHours(20)), now.plus(Duration.ofHours(3)));
        promise(timeline, dice.oneOf(machines), "dispatcher", "确认备件到货后通知客户改约时间", now.minus(Duration.ofHours(26)), now.minus(Duration.ofMinutes(95)));
        promise(timeline, dice.oneOf(machines), "sales", "发送续保报价", now.minus(Duration.ofHours(50)), now.plus(Duration.ofHours(5)));
        promise(timeline, dice.oneOf(machines), "manager", "就上周停机事件给客户书面说明", now.minus(Duration.ofHours(30)), now.plus(Duration.ofHours(7)));
        promise(timeline, dice.oneOf(machines), "dedicated", "安排季度巡检日期", now.minus(Duration.ofHours(70)), now.plus(Duration.ofHours(28)));
    }

    private void promise(Timeline timeline, Machine machine, String who, String what, Instant made, Instant due) {
        timeline.at(made, () -> stage.by(house.the(who), makePromise, () -> makePromise.handle(new MakePromise.Command(
                machine.site().accountNumber(), new PromiseInput(what, due, null, null)))));
    }
}
