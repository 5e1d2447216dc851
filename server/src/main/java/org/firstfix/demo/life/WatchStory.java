package org.firstfix.demo.life;

import java.time.Duration;
import org.firstfix.cases.usecase.EndCriticalWatch;
import org.firstfix.cases.usecase.SendProgressMessage;
import org.firstfix.cases.usecase.StartCriticalWatch;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.FaultBook;

/** A customer who is upset: the manager keeps him informed at a fixed interval until it is over. */
final class WatchStory {
    private static final int INTERVAL_MINUTES = 60;

    private final World world;
    private final Dice dice;
    private final String branch;
    private boolean running;

    WatchStory(World world, Dice dice, String branch) {
        this.world = world;
        this.dice = dice;
        this.branch = branch;
    }

    void start(String number) {
        running = true;
        StartCriticalWatch watch = world.desk().watch();
        world.stage().by(world.house().manager(), watch, () -> watch.handle(new StartCriticalWatch.Command(number,
                dice.oneOf("客户领导来电催办，业务停顿", "等待时间长，客户不满", "核心系统停机，影响对外服务"), INTERVAL_MINUTES)));
        world.timeline().at(world.timeline().now().plus(next()), () -> tell(number, 1));
    }

    private Duration next() {
        return dice.chance(0.12) ? dice.minutes(62, 75) : dice.minutes(45, 58);
    }

    private void tell(String number, int count) {
        if (!running) {
            return;
        }
        SendProgressMessage tell = world.desk().tell();
        Person who = dice.chance(0.6) ? world.house().manager() : world.house().dispatcher(branch, dice);
        String text = switch (count) {
            case 1 -> "已安排工程师，携带备件前往现场。";
            case 2 -> "工程师已在途中，预计一小时内到场。";
            case 3 -> "工程师已到场，正在定位故障。";
            default -> "正在更换部件并验证，随时向您通报。";
        };
        world.stage().by(who, tell, () -> tell.handle(new SendProgressMessage.Command(number, text)));
        world.timeline().at(world.timeline().now().plus(next()), () -> tell(number, count + 1));
    }

    void end(String number, FaultBook.Cause cause) {
        if (!running) {
            return;
        }
        running = false;
        EndCriticalWatch end = world.desk().endWatch();
        world.stage().by(world.house().manager(), end, () -> end.handle(new EndCriticalWatch.Command(number,
                "经过：" + cause.finding() + "。\n处理：" + cause.action() + "。\n原因：部件老化，未列入上次巡检更换清单。\n预防：同型号设备列入下月巡检，常用备件前置到分公司。")));
    }
}
