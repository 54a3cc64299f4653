"""Reader comments made from sentences of our own, because nearly all threads with an open licence are technical."""

import random
from typing import Any, Final

from training.folds import half_of

_OPENERS: Final = """
Great post!|Great article, thank you.|Love this!|Love love love this.|Thanks for sharing.|Thank you so much for writing this.
Wow. Just wow.|Beautiful photos!|So true.|This made my day.|LOL|Haha, brilliant.|OMG yes.|I couldn't agree more.
I have to disagree.|Sorry, but this is nonsense.|What a load of rubbish.|Interesting read.|Well said!|Amen.|+1
First!|Congratulations!!|Can't wait!|So excited for this.|Hi there,|Hello,|Dear author,|Hey guys,|Nice work.|Cool.
Seriously?|Oh please.|Good grief.|Thanks for the tip!|I'm so sorry for your loss.|What a sad story.|Happy birthday!
Really helpful, thanks.|Yum!|These look delicious.|Adorable!|Stunning.|Hmm.|Interesting point.|Good question.
Best thing I've read all week.|You nailed it.|Spot on.|Bravo!|Thx for sharing this.|Awesome!!!|Disappointing.|Meh.
"""
_MIDDLES: Final = """
I tried this last weekend and it came out perfectly.|My sister has been saying the same thing for years.
I've been reading your blog for a while now and this is one of my favorites.|Where did you get that dress?
You clearly have no idea what you are talking about.|Has anyone else had this problem?|I wish I had known this sooner.
My grandmother used to make these every Christmas.|I think you're missing the point here.|Do you ship to Canada?
We had the same experience when we moved here in 1998.|Why is nobody talking about the money?|I laughed so hard at the last part.
The government should stay out of it, plain and simple.|Typical of the media to twist everything.|Who pays for all this?
I'm not sure I follow your logic, but ok.|People like this should be in jail.|I've lived here all my life and it was never this bad.
My kids would love it.|I'm going to try it tonight and let you know how it goes.|Could you post the recipe please?
It doesn't work for me on the new phone.|Mine broke after two weeks and they wouldn't give me a refund.|I just ordered one.
He was the best player on the field yesterday, hands down.|We need a new coach, this is getting embarrassing.|Go team!
She deserves so much better than him.|I cried when I saw the picture.|What song is that in the video?|The acting was terrible.
I don't usually comment but I had to say something.|I just shared it with everyone at work.|You should write a book.
Same thing happened to my neighbor and the police did nothing.|If you don't like it, move.|Taxpayers always foot the bill.
This is why I stopped watching the news.|The author obviously never worked a day in retail.|Let's see how long this lasts.
I voted for him and I regret it.|Both parties are the same if you ask me.|Follow the money, it's always the money.
I'm pinning this right now!|Your garden looks amazing.|How long did it take you?|What camera do you use?|I need to get one of those.
I can't believe it's been ten years already.|My husband thinks I'm crazy but I do it too.|You two are so cute together!
Please keep us posted.|Praying for you and your family.|I'd love to hear what other readers think.|I second that.
There's a typo in the third paragraph, by the way.|The link seems to be broken.|I read somewhere that it was the other way around.
Have you even read the report?|That's not what he said at all, go watch the whole interview.|Correlation is not causation, folks.
I'd pay good money to see that.|They lost me as a customer a long time ago.|It's just a game, people.|Get over it already.
I've been saying this all along and nobody listened.|You're welcome to come to my place and see for yourself.
I bought the first edition when it came out and still use it every day.|It's about time somebody wrote about this.
Looking forward to the next one.|I wonder what the old man would have said about that.|Thanks again for everything you do.
"""
_CLOSERS: Final = """
Thanks!|Keep up the good work.|Just my two cents.|Cheers|Just saying.|xoxo|:)|;-)|:-(|LOL.|Shame on you.|Have a great weekend!
Can't wait to see more!|Hope that helps.|Peace.|End of story.|Anyone?|Am I the only one?|Take care|God bless.|Good luck!|Enough said.
Best wishes from Ohio.|Sigh.|Rant over.|And that's a fact.|Hugs|Well done.|Think about it.|Wake up people!!
"""
_NAMES: Final = """
Jenny|Mark T.|Anonymous|Linda|Bob Harris|tidewatcher|maria_k|Sue in Ohio|Kathy|RJ|old_salt77|Ben|Anna Lindqvist|DaveH|Guest|Tom
Priya|bluebird|Chris P|Maggie|Steve O'Neil|LilyRose|xX_rider_Xx|Dr. Weller|Frank|ProudMom3|Carlos Mendez|Jo|J.B.|Nina|truthseeker
Elizabeth Crane|skepticalcat|Mike|Mike from Boise|Amy @ Two Spoons|Rob|Sara|hockeyfan12|PaulK|Grandma Betty|Ethan|Yuki|The Real Ed
Patricia|willow|Hank|Olivia Marsh|cityslicker|Greg|Debbie|Tasha|mrs. p|Ivan|George W.|Heather|Kim|jdoe99|No Name|Lucas|Ruth Ann
"""


def _items(block: str) -> list[str]:
    return [item for line in block.strip().split("\n") for item in line.split("|")]


def remark(rng: random.Random, half: int) -> str:
    """One comment: an opening, sentences and a closing, with careless spelling.

    The halves share no sentence, so that a model trained on one half can be applied to the other.
    """
    openers, middles, closers = (_items(block)[half::2] for block in (_OPENERS, _MIDDLES, _CLOSERS))
    said = [*rng.sample(openers, rng.randrange(2)), *rng.sample(middles, rng.choice((0, 1, 1, 2, 3, 5)))]
    if rng.random() < 0.3 or not said:
        said.append(rng.choice(closers))
    if len(said) > 3 and rng.random() < 0.5:
        cut = len(said) // 2
        text = " ".join(said[:cut]) + "\n\n" + " ".join(said[cut:])
    else:
        text = rng.choice((" ", " ", "\n")).join(said)
    return text.lower() if rng.random() < 0.12 else text


def remark_threads(count: int, rng: random.Random) -> list[dict[str, Any]]:
    """``count`` threads of such comments, as rows like those of the data."""
    made = []
    for number in range(count):
        title = f"remarks {number}"
        size = rng.choice((1, 1, 2, 3, 4, 6, 9, 15, 30))
        comments = [
            {
                "author": rng.choice(_items(_NAMES)),
                "text": remark(rng, half_of(title)),
                "reply_to": rng.randrange(n) if n and rng.random() < 0.2 else None,
            }
            for n in range(size)
        ]
        made.append({"source": "remarks", "title": title, "post": "", "comments": comments})
    return made
