/**
 * The emoji of gemoji 3.0.1, which the plugin needs: names, the one that is shown first, and code points; a dash for pictures
 * that only GitHub has.
 */
const NAMES = `
grinning=1F600 smiley=1F603 smile=1F604 grin=1F601 laughing satisfied=1F606 sweat_smile=1F605 joy=1F602
rofl=1F923 relaxed=263A-FE0F blush=1F60A innocent=1F607 slightly_smiling_face=1F642 upside_down_face=1F643
wink=1F609 relieved=1F60C heart_eyes=1F60D kissing_heart=1F618 kissing=1F617 kissing_smiling_eyes=1F619
kissing_closed_eyes=1F61A yum=1F60B stuck_out_tongue_winking_eye=1F61C stuck_out_tongue_closed_eyes=1F61D
stuck_out_tongue=1F61B money_mouth_face=1F911 hugs=1F917 nerd_face=1F913 sunglasses=1F60E clown_face=1F921
cowboy_hat_face=1F920 smirk=1F60F unamused=1F612 disappointed=1F61E pensive=1F614 worried=1F61F
confused=1F615 slightly_frowning_face=1F641 frowning_face=2639-FE0F persevere=1F623 confounded=1F616
tired_face=1F62B weary=1F629 triumph=1F624 angry=1F620 rage pout=1F621 no_mouth=1F636 neutral_face=1F610
expressionless=1F611 hushed=1F62F frowning=1F626 anguished=1F627 open_mouth=1F62E astonished=1F632
dizzy_face=1F635 flushed=1F633 scream=1F631 fearful=1F628 cold_sweat=1F630 cry=1F622
disappointed_relieved=1F625 drooling_face=1F924 sob=1F62D sweat=1F613 sleepy=1F62A sleeping=1F634
roll_eyes=1F644 thinking=1F914 lying_face=1F925 grimacing=1F62C zipper_mouth_face=1F910 nauseated_face=1F922
sneezing_face=1F927 mask=1F637 face_with_thermometer=1F912 face_with_head_bandage=1F915 smiling_imp=1F608
imp=1F47F japanese_ogre=1F479 japanese_goblin=1F47A hankey poop shit=1F4A9 ghost=1F47B skull=1F480
skull_and_crossbones=2620-FE0F alien=1F47D space_invader=1F47E robot=1F916 jack_o_lantern=1F383
smiley_cat=1F63A smile_cat=1F638 joy_cat=1F639 heart_eyes_cat=1F63B smirk_cat=1F63C kissing_cat=1F63D
scream_cat=1F640 crying_cat_face=1F63F pouting_cat=1F63E open_hands=1F450 raised_hands=1F64C clap=1F44F
pray=1F64F handshake=1F91D +1 thumbsup=1F44D -1 thumbsdown=1F44E fist_oncoming facepunch punch=1F44A
fist_raised fist=270A fist_left=1F91B fist_right=1F91C crossed_fingers=1F91E v=270C-FE0F metal=1F918
ok_hand=1F44C point_left=1F448 point_right=1F449 point_up_2=1F446 point_down=1F447 point_up=261D-FE0F
hand raised_hand=270B raised_back_of_hand=1F91A raised_hand_with_fingers_splayed=1F590 vulcan_salute=1F596
wave=1F44B call_me_hand=1F919 muscle=1F4AA middle_finger fu=1F595 writing_hand=270D-FE0F selfie=1F933
nail_care=1F485 ring=1F48D lipstick=1F484 kiss=1F48B lips=1F444 tongue=1F445 ear=1F442 nose=1F443
footprints=1F463 eye=1F441 eyes=1F440 speaking_head=1F5E3 bust_in_silhouette=1F464 busts_in_silhouette=1F465
baby=1F476 boy=1F466 girl=1F467 man=1F468 woman=1F469 blonde_woman=1F471-200D-2640
blonde_man person_with_blond_hair=1F471 older_man=1F474 older_woman=1F475 man_with_gua_pi_mao=1F472
woman_with_turban=1F473-200D-2640 man_with_turban=1F473 policewoman=1F46E-200D-2640 policeman cop=1F46E
construction_worker_woman=1F477-200D-2640 construction_worker_man construction_worker=1F477
guardswoman=1F482-200D-2640 guardsman=1F482 female_detective=1F575-FE0F-200D-2640-FE0F
male_detective detective=1F575 woman_health_worker=1F469-200D-2695 man_health_worker=1F468-200D-2695
woman_farmer=1F469-200D-1F33E man_farmer=1F468-200D-1F33E woman_cook=1F469-200D-1F373
man_cook=1F468-200D-1F373 woman_student=1F469-200D-1F393 man_student=1F468-200D-1F393
woman_singer=1F469-200D-1F3A4 man_singer=1F468-200D-1F3A4 woman_teacher=1F469-200D-1F3EB
man_teacher=1F468-200D-1F3EB woman_factory_worker=1F469-200D-1F3ED man_factory_worker=1F468-200D-1F3ED
woman_technologist=1F469-200D-1F4BB man_technologist=1F468-200D-1F4BB woman_office_worker=1F469-200D-1F4BC
man_office_worker=1F468-200D-1F4BC woman_mechanic=1F469-200D-1F527 man_mechanic=1F468-200D-1F527
woman_scientist=1F469-200D-1F52C man_scientist=1F468-200D-1F52C woman_artist=1F469-200D-1F3A8
man_artist=1F468-200D-1F3A8 woman_firefighter=1F469-200D-1F692 man_firefighter=1F468-200D-1F692
woman_pilot=1F469-200D-2708 man_pilot=1F468-200D-2708 woman_astronaut=1F469-200D-1F680
man_astronaut=1F468-200D-1F680 woman_judge=1F469-200D-2696 man_judge=1F468-200D-2696 mrs_claus=1F936
santa=1F385 princess=1F478 prince=1F934 bride_with_veil=1F470 man_in_tuxedo=1F935 angel=1F47C
pregnant_woman=1F930 bowing_woman=1F647-200D-2640 bowing_man bow=1F647
tipping_hand_woman information_desk_person sassy_woman=1F481 tipping_hand_man sassy_man=1F481-200D-2642
no_good_woman no_good ng_woman=1F645 no_good_man ng_man=1F645-200D-2642 ok_woman=1F646
ok_man=1F646-200D-2642 raising_hand_woman raising_hand=1F64B raising_hand_man=1F64B-200D-2642
woman_facepalming=1F926-200D-2640 man_facepalming=1F926-200D-2642 woman_shrugging=1F937-200D-2640
man_shrugging=1F937-200D-2642 pouting_woman person_with_pouting_face=1F64E pouting_man=1F64E-200D-2642
frowning_woman person_frowning=1F64D frowning_man=1F64D-200D-2642 haircut_woman haircut=1F487
haircut_man=1F487-200D-2642 massage_woman massage=1F486 massage_man=1F486-200D-2642
business_suit_levitating=1F574 dancer=1F483 man_dancing=1F57A dancing_women dancers=1F46F
dancing_men=1F46F-200D-2642 walking_woman=1F6B6-200D-2640 walking_man walking=1F6B6
running_woman=1F3C3-200D-2640 running_man runner running=1F3C3 couple=1F46B two_women_holding_hands=1F46D
two_men_holding_hands=1F46C couple_with_heart_woman_man couple_with_heart=1F491
couple_with_heart_woman_woman=1F469-200D-2764-FE0F-200D-1F469
couple_with_heart_man_man=1F468-200D-2764-FE0F-200D-1F468 couplekiss_man_woman=1F48F
couplekiss_woman_woman=1F469-200D-2764-FE0F-200D-1F48B-200D-1F469
couplekiss_man_man=1F468-200D-2764-FE0F-200D-1F48B-200D-1F468 family_man_woman_boy family=1F46A
family_man_woman_girl=1F468-200D-1F469-200D-1F467
family_man_woman_girl_boy=1F468-200D-1F469-200D-1F467-200D-1F466
family_man_woman_boy_boy=1F468-200D-1F469-200D-1F466-200D-1F466
family_man_woman_girl_girl=1F468-200D-1F469-200D-1F467-200D-1F467
family_woman_woman_boy=1F469-200D-1F469-200D-1F466 family_woman_woman_girl=1F469-200D-1F469-200D-1F467
family_woman_woman_girl_boy=1F469-200D-1F469-200D-1F467-200D-1F466
family_woman_woman_boy_boy=1F469-200D-1F469-200D-1F466-200D-1F466
family_woman_woman_girl_girl=1F469-200D-1F469-200D-1F467-200D-1F467
family_man_man_boy=1F468-200D-1F468-200D-1F466 family_man_man_girl=1F468-200D-1F468-200D-1F467
family_man_man_girl_boy=1F468-200D-1F468-200D-1F467-200D-1F466
family_man_man_boy_boy=1F468-200D-1F468-200D-1F466-200D-1F466
family_man_man_girl_girl=1F468-200D-1F468-200D-1F467-200D-1F467 family_woman_boy=1F469-200D-1F466
family_woman_girl=1F469-200D-1F467 family_woman_girl_boy=1F469-200D-1F467-200D-1F466
family_woman_boy_boy=1F469-200D-1F466-200D-1F466 family_woman_girl_girl=1F469-200D-1F467-200D-1F467
family_man_boy=1F468-200D-1F466 family_man_girl=1F468-200D-1F467
family_man_girl_boy=1F468-200D-1F467-200D-1F466 family_man_boy_boy=1F468-200D-1F466-200D-1F466
family_man_girl_girl=1F468-200D-1F467-200D-1F467 womans_clothes=1F45A shirt tshirt=1F455 jeans=1F456
necktie=1F454 dress=1F457 bikini=1F459 kimono=1F458 high_heel=1F460 sandal=1F461 boot=1F462
mans_shoe shoe=1F45E athletic_shoe=1F45F womans_hat=1F452 tophat=1F3A9 mortar_board=1F393 crown=1F451
rescue_worker_helmet=26D1 school_satchel=1F392 pouch=1F45D purse=1F45B handbag=1F45C briefcase=1F4BC
eyeglasses=1F453 dark_sunglasses=1F576 closed_umbrella=1F302 open_umbrella=2602-FE0F dog=1F436 cat=1F431
mouse=1F42D hamster=1F439 rabbit=1F430 fox_face=1F98A bear=1F43B panda_face=1F43C koala=1F428 tiger=1F42F
lion=1F981 cow=1F42E pig=1F437 pig_nose=1F43D frog=1F438 monkey_face=1F435 see_no_evil=1F648
hear_no_evil=1F649 speak_no_evil=1F64A monkey=1F412 chicken=1F414 penguin=1F427 bird=1F426 baby_chick=1F424
hatching_chick=1F423 hatched_chick=1F425 duck=1F986 eagle=1F985 owl=1F989 bat=1F987 wolf=1F43A boar=1F417
horse=1F434 unicorn=1F984 bee honeybee=1F41D bug=1F41B butterfly=1F98B snail=1F40C shell=1F41A beetle=1F41E
ant=1F41C spider=1F577 spider_web=1F578 turtle=1F422 snake=1F40D lizard=1F98E scorpion=1F982 crab=1F980
squid=1F991 octopus=1F419 shrimp=1F990 tropical_fish=1F420 fish=1F41F blowfish=1F421 dolphin flipper=1F42C
shark=1F988 whale=1F433 whale2=1F40B crocodile=1F40A leopard=1F406 tiger2=1F405 water_buffalo=1F403 ox=1F402
cow2=1F404 deer=1F98C dromedary_camel=1F42A camel=1F42B elephant=1F418 rhinoceros=1F98F gorilla=1F98D
racehorse=1F40E pig2=1F416 goat=1F410 ram=1F40F sheep=1F411 dog2=1F415 poodle=1F429 cat2=1F408 rooster=1F413
turkey=1F983 dove=1F54A rabbit2=1F407 mouse2=1F401 rat=1F400 chipmunk=1F43F feet paw_prints=1F43E
dragon=1F409 dragon_face=1F432 cactus=1F335 christmas_tree=1F384 evergreen_tree=1F332 deciduous_tree=1F333
palm_tree=1F334 seedling=1F331 herb=1F33F shamrock=2618-FE0F four_leaf_clover=1F340 bamboo=1F38D
tanabata_tree=1F38B leaves=1F343 fallen_leaf=1F342 maple_leaf=1F341 mushroom=1F344 ear_of_rice=1F33E
bouquet=1F490 tulip=1F337 rose=1F339 wilted_flower=1F940 sunflower=1F33B blossom=1F33C cherry_blossom=1F338
hibiscus=1F33A earth_americas=1F30E earth_africa=1F30D earth_asia=1F30F full_moon=1F315
waning_gibbous_moon=1F316 last_quarter_moon=1F317 waning_crescent_moon=1F318 new_moon=1F311
waxing_crescent_moon=1F312 first_quarter_moon=1F313 moon waxing_gibbous_moon=1F314 new_moon_with_face=1F31A
full_moon_with_face=1F31D sun_with_face=1F31E first_quarter_moon_with_face=1F31B
last_quarter_moon_with_face=1F31C crescent_moon=1F319 dizzy=1F4AB star=2B50-FE0F star2=1F31F sparkles=2728
zap=26A1-FE0F fire=1F525 boom collision=1F4A5 comet=2604 sunny=2600-FE0F sun_behind_small_cloud=1F324
partly_sunny=26C5-FE0F sun_behind_large_cloud=1F325 sun_behind_rain_cloud=1F326 rainbow=1F308
cloud=2601-FE0F cloud_with_rain=1F327 cloud_with_lightning_and_rain=26C8 cloud_with_lightning=1F329
cloud_with_snow=1F328 snowman_with_snow=2603-FE0F snowman=26C4-FE0F snowflake=2744-FE0F wind_face=1F32C
dash=1F4A8 tornado=1F32A fog=1F32B ocean=1F30A droplet=1F4A7 sweat_drops=1F4A6 umbrella=2614-FE0F
green_apple=1F34F apple=1F34E pear=1F350 tangerine orange mandarin=1F34A lemon=1F34B banana=1F34C
watermelon=1F349 grapes=1F347 strawberry=1F353 melon=1F348 cherries=1F352 peach=1F351 pineapple=1F34D
kiwi_fruit=1F95D avocado=1F951 tomato=1F345 eggplant=1F346 cucumber=1F952 carrot=1F955 corn=1F33D
hot_pepper=1F336 potato=1F954 sweet_potato=1F360 chestnut=1F330 peanuts=1F95C honey_pot=1F36F
croissant=1F950 bread=1F35E baguette_bread=1F956 cheese=1F9C0 egg=1F95A fried_egg=1F373 bacon=1F953
pancakes=1F95E fried_shrimp=1F364 poultry_leg=1F357 meat_on_bone=1F356 pizza=1F355 hotdog=1F32D
hamburger=1F354 fries=1F35F stuffed_flatbread=1F959 taco=1F32E burrito=1F32F green_salad=1F957
shallow_pan_of_food=1F958 spaghetti=1F35D ramen=1F35C stew=1F372 fish_cake=1F365 sushi=1F363 bento=1F371
curry=1F35B rice=1F35A rice_ball=1F359 rice_cracker=1F358 oden=1F362 dango=1F361 shaved_ice=1F367
ice_cream=1F368 icecream=1F366 cake=1F370 birthday=1F382 custard=1F36E lollipop=1F36D candy=1F36C
chocolate_bar=1F36B popcorn=1F37F doughnut=1F369 cookie=1F36A milk_glass=1F95B baby_bottle=1F37C
coffee=2615-FE0F tea=1F375 sake=1F376 beer=1F37A beers=1F37B clinking_glasses=1F942 wine_glass=1F377
tumbler_glass=1F943 cocktail=1F378 tropical_drink=1F379 champagne=1F37E spoon=1F944 fork_and_knife=1F374
plate_with_cutlery=1F37D soccer=26BD-FE0F basketball=1F3C0 football=1F3C8 baseball=26BE-FE0F tennis=1F3BE
volleyball=1F3D0 rugby_football=1F3C9 8ball=1F3B1 ping_pong=1F3D3 badminton=1F3F8 goal_net=1F945
ice_hockey=1F3D2 field_hockey=1F3D1 cricket=1F3CF golf=26F3-FE0F bow_and_arrow=1F3F9
fishing_pole_and_fish=1F3A3 boxing_glove=1F94A martial_arts_uniform=1F94B ice_skate=26F8 ski=1F3BF
skier=26F7 snowboarder=1F3C2 weight_lifting_woman=1F3CB-FE0F-200D-2640-FE0F weight_lifting_man=1F3CB
person_fencing=1F93A women_wrestling=1F93C-200D-2640 men_wrestling=1F93C-200D-2642
woman_cartwheeling=1F938-200D-2640 man_cartwheeling=1F938-200D-2642
basketball_woman=26F9-FE0F-200D-2640-FE0F basketball_man=26F9 woman_playing_handball=1F93E-200D-2640
man_playing_handball=1F93E-200D-2642 golfing_woman=1F3CC-FE0F-200D-2640-FE0F golfing_man=1F3CC
surfing_woman=1F3C4-200D-2640 surfing_man surfer=1F3C4 swimming_woman=1F3CA-200D-2640
swimming_man swimmer=1F3CA woman_playing_water_polo=1F93D-200D-2640 man_playing_water_polo=1F93D-200D-2642
rowing_woman=1F6A3-200D-2640 rowing_man rowboat=1F6A3 horse_racing=1F3C7 biking_woman=1F6B4-200D-2640
biking_man bicyclist=1F6B4 mountain_biking_woman=1F6B5-200D-2640
mountain_biking_man mountain_bicyclist=1F6B5 running_shirt_with_sash=1F3BD medal_sports=1F3C5
medal_military=1F396 1st_place_medal=1F947 2nd_place_medal=1F948 3rd_place_medal=1F949 trophy=1F3C6
rosette=1F3F5 reminder_ribbon=1F397 ticket=1F3AB tickets=1F39F circus_tent=1F3AA
woman_juggling=1F939-200D-2640 man_juggling=1F939-200D-2642 performing_arts=1F3AD art=1F3A8 clapper=1F3AC
microphone=1F3A4 headphones=1F3A7 musical_score=1F3BC musical_keyboard=1F3B9 drum=1F941 saxophone=1F3B7
trumpet=1F3BA guitar=1F3B8 violin=1F3BB game_die=1F3B2 dart=1F3AF bowling=1F3B3 video_game=1F3AE
slot_machine=1F3B0 car red_car=1F697 taxi=1F695 blue_car=1F699 bus=1F68C trolleybus=1F68E racing_car=1F3CE
police_car=1F693 ambulance=1F691 fire_engine=1F692 minibus=1F690 truck=1F69A articulated_lorry=1F69B
tractor=1F69C kick_scooter=1F6F4 bike=1F6B2 motor_scooter=1F6F5 motorcycle=1F3CD rotating_light=1F6A8
oncoming_police_car=1F694 oncoming_bus=1F68D oncoming_automobile=1F698 oncoming_taxi=1F696
aerial_tramway=1F6A1 mountain_cableway=1F6A0 suspension_railway=1F69F railway_car=1F683 train=1F68B
mountain_railway=1F69E monorail=1F69D bullettrain_side=1F684 bullettrain_front=1F685 light_rail=1F688
steam_locomotive=1F682 train2=1F686 metro=1F687 tram=1F68A station=1F689 helicopter=1F681
small_airplane=1F6E9 airplane=2708-FE0F flight_departure=1F6EB flight_arrival=1F6EC rocket=1F680
artificial_satellite=1F6F0 seat=1F4BA canoe=1F6F6 boat sailboat=26F5-FE0F motor_boat=1F6E5 speedboat=1F6A4
passenger_ship=1F6F3 ferry=26F4 ship=1F6A2 anchor=2693-FE0F construction=1F6A7 fuelpump=26FD-FE0F
busstop=1F68F vertical_traffic_light=1F6A6 traffic_light=1F6A5 world_map=1F5FA moyai=1F5FF
statue_of_liberty=1F5FD fountain=26F2-FE0F tokyo_tower=1F5FC european_castle=1F3F0 japanese_castle=1F3EF
stadium=1F3DF ferris_wheel=1F3A1 roller_coaster=1F3A2 carousel_horse=1F3A0 parasol_on_ground=26F1
beach_umbrella=1F3D6 desert_island=1F3DD mountain=26F0 mountain_snow=1F3D4 mount_fuji=1F5FB volcano=1F30B
desert=1F3DC camping=1F3D5 tent=26FA-FE0F railway_track=1F6E4 motorway=1F6E3 building_construction=1F3D7
factory=1F3ED house=1F3E0 house_with_garden=1F3E1 houses=1F3D8 derelict_house=1F3DA office=1F3E2
department_store=1F3EC post_office=1F3E3 european_post_office=1F3E4 hospital=1F3E5 bank=1F3E6 hotel=1F3E8
convenience_store=1F3EA school=1F3EB love_hotel=1F3E9 wedding=1F492 classical_building=1F3DB
church=26EA-FE0F mosque=1F54C synagogue=1F54D kaaba=1F54B shinto_shrine=26E9 japan=1F5FE rice_scene=1F391
national_park=1F3DE sunrise=1F305 sunrise_over_mountains=1F304 stars=1F320 sparkler=1F387 fireworks=1F386
city_sunrise=1F307 city_sunset=1F306 cityscape=1F3D9 night_with_stars=1F303 milky_way=1F30C
bridge_at_night=1F309 foggy=1F301 watch=231A-FE0F iphone=1F4F1 calling=1F4F2 computer=1F4BB
keyboard=2328-FE0F desktop_computer=1F5A5 printer=1F5A8 computer_mouse=1F5B1 trackball=1F5B2 joystick=1F579
clamp=1F5DC minidisc=1F4BD floppy_disk=1F4BE cd=1F4BF dvd=1F4C0 vhs=1F4FC camera=1F4F7 camera_flash=1F4F8
video_camera=1F4F9 movie_camera=1F3A5 film_projector=1F4FD film_strip=1F39E telephone_receiver=1F4DE
phone telephone=260E-FE0F pager=1F4DF fax=1F4E0 tv=1F4FA radio=1F4FB studio_microphone=1F399
level_slider=1F39A control_knobs=1F39B stopwatch=23F1 timer_clock=23F2 alarm_clock=23F0
mantelpiece_clock=1F570 hourglass=231B-FE0F hourglass_flowing_sand=23F3 satellite=1F4E1 battery=1F50B
electric_plug=1F50C bulb=1F4A1 flashlight=1F526 candle=1F56F wastebasket=1F5D1 oil_drum=1F6E2
money_with_wings=1F4B8 dollar=1F4B5 yen=1F4B4 euro=1F4B6 pound=1F4B7 moneybag=1F4B0 credit_card=1F4B3
gem=1F48E balance_scale=2696-FE0F wrench=1F527 hammer=1F528 hammer_and_pick=2692 hammer_and_wrench=1F6E0
pick=26CF nut_and_bolt=1F529 gear=2699-FE0F chains=26D3 gun=1F52B bomb=1F4A3 hocho knife=1F52A dagger=1F5E1
crossed_swords=2694-FE0F shield=1F6E1 smoking=1F6AC coffin=26B0-FE0F funeral_urn=26B1-FE0F amphora=1F3FA
crystal_ball=1F52E prayer_beads=1F4FF barber=1F488 alembic=2697-FE0F telescope=1F52D microscope=1F52C
hole=1F573 pill=1F48A syringe=1F489 thermometer=1F321 toilet=1F6BD potable_water=1F6B0 shower=1F6BF
bathtub=1F6C1 bath=1F6C0 bellhop_bell=1F6CE key=1F511 old_key=1F5DD door=1F6AA couch_and_lamp=1F6CB
bed=1F6CF sleeping_bed=1F6CC framed_picture=1F5BC shopping=1F6CD shopping_cart=1F6D2 gift=1F381
balloon=1F388 flags=1F38F ribbon=1F380 confetti_ball=1F38A tada=1F389 dolls=1F38E
izakaya_lantern lantern=1F3EE wind_chime=1F390 email envelope=2709-FE0F envelope_with_arrow=1F4E9
incoming_envelope=1F4E8 e-mail=1F4E7 love_letter=1F48C inbox_tray=1F4E5 outbox_tray=1F4E4 package=1F4E6
label=1F3F7 mailbox_closed=1F4EA mailbox=1F4EB mailbox_with_mail=1F4EC mailbox_with_no_mail=1F4ED
postbox=1F4EE postal_horn=1F4EF scroll=1F4DC page_with_curl=1F4C3 page_facing_up=1F4C4 bookmark_tabs=1F4D1
bar_chart=1F4CA chart_with_upwards_trend=1F4C8 chart_with_downwards_trend=1F4C9 spiral_notepad=1F5D2
spiral_calendar=1F5D3 calendar=1F4C6 date=1F4C5 card_index=1F4C7 card_file_box=1F5C3 ballot_box=1F5F3
file_cabinet=1F5C4 clipboard=1F4CB file_folder=1F4C1 open_file_folder=1F4C2 card_index_dividers=1F5C2
newspaper_roll=1F5DE newspaper=1F4F0 notebook=1F4D3 notebook_with_decorative_cover=1F4D4 ledger=1F4D2
closed_book=1F4D5 green_book=1F4D7 blue_book=1F4D8 orange_book=1F4D9 books=1F4DA book open_book=1F4D6
bookmark=1F516 link=1F517 paperclip=1F4CE paperclips=1F587 triangular_ruler=1F4D0 straight_ruler=1F4CF
pushpin=1F4CC round_pushpin=1F4CD scissors=2702-FE0F pen=1F58A fountain_pen=1F58B black_nib=2712-FE0F
paintbrush=1F58C crayon=1F58D memo pencil=1F4DD pencil2=270F-FE0F mag=1F50D mag_right=1F50E
lock_with_ink_pen=1F50F closed_lock_with_key=1F510 lock=1F512 unlock=1F513 heart=2764-FE0F
yellow_heart=1F49B green_heart=1F49A blue_heart=1F499 purple_heart=1F49C black_heart=1F5A4
broken_heart=1F494 heavy_heart_exclamation=2763-FE0F two_hearts=1F495 revolving_hearts=1F49E heartbeat=1F493
heartpulse=1F497 sparkling_heart=1F496 cupid=1F498 gift_heart=1F49D heart_decoration=1F49F
peace_symbol=262E-FE0F latin_cross=271D-FE0F star_and_crescent=262A-FE0F om=1F549 wheel_of_dharma=2638-FE0F
star_of_david=2721-FE0F six_pointed_star=1F52F menorah=1F54E yin_yang=262F-FE0F orthodox_cross=2626-FE0F
place_of_worship=1F6D0 ophiuchus=26CE aries=2648-FE0F taurus=2649-FE0F gemini=264A-FE0F cancer=264B-FE0F
leo=264C-FE0F virgo=264D-FE0F libra=264E-FE0F scorpius=264F-FE0F sagittarius=2650-FE0F capricorn=2651-FE0F
aquarius=2652-FE0F pisces=2653-FE0F id=1F194 atom_symbol=269B-FE0F accept=1F251 radioactive=2622-FE0F
biohazard=2623-FE0F mobile_phone_off=1F4F4 vibration_mode=1F4F3 u6709=1F236 u7121=1F21A-FE0F u7533=1F238
u55b6=1F23A u6708=1F237-FE0F eight_pointed_black_star=2734-FE0F vs=1F19A white_flower=1F4AE
ideograph_advantage=1F250 secret=3299-FE0F congratulations=3297-FE0F u5408=1F234 u6e80=1F235 u5272=1F239
u7981=1F232 a=1F170-FE0F b=1F171-FE0F ab=1F18E cl=1F191 o2=1F17E-FE0F sos=1F198 x=274C o=2B55-FE0F
stop_sign=1F6D1 no_entry=26D4-FE0F name_badge=1F4DB no_entry_sign=1F6AB 100=1F4AF anger=1F4A2
hotsprings=2668-FE0F no_pedestrians=1F6B7 do_not_litter=1F6AF no_bicycles=1F6B3 non-potable_water=1F6B1
underage=1F51E no_mobile_phones=1F4F5 no_smoking=1F6AD exclamation heavy_exclamation_mark=2757-FE0F
grey_exclamation=2755 question=2753 grey_question=2754 bangbang=203C-FE0F interrobang=2049-FE0F
low_brightness=1F505 high_brightness=1F506 part_alternation_mark=303D-FE0F warning=26A0-FE0F
children_crossing=1F6B8 trident=1F531 fleur_de_lis=269C-FE0F beginner=1F530 recycle=267B-FE0F
white_check_mark=2705 u6307=1F22F-FE0F chart=1F4B9 sparkle=2747-FE0F eight_spoked_asterisk=2733-FE0F
negative_squared_cross_mark=274E globe_with_meridians=1F310 diamond_shape_with_a_dot_inside=1F4A0
m=24C2-FE0F cyclone=1F300 zzz=1F4A4 atm=1F3E7 wc=1F6BE wheelchair=267F-FE0F parking=1F17F-FE0F u7a7a=1F233
sa=1F202-FE0F passport_control=1F6C2 customs=1F6C3 baggage_claim=1F6C4 left_luggage=1F6C5 mens=1F6B9
womens=1F6BA baby_symbol=1F6BC restroom=1F6BB put_litter_in_its_place=1F6AE cinema=1F3A6
signal_strength=1F4F6 koko=1F201 symbols=1F523 information_source=2139-FE0F abc=1F524 abcd=1F521
capital_abcd=1F520 ng=1F196 ok=1F197 up=1F199 cool=1F192 new=1F195 free=1F193 zero=0030-FE0F-20E3
one=0031-FE0F-20E3 two=0032-FE0F-20E3 three=0033-FE0F-20E3 four=0034-FE0F-20E3 five=0035-FE0F-20E3
six=0036-FE0F-20E3 seven=0037-FE0F-20E3 eight=0038-FE0F-20E3 nine=0039-FE0F-20E3 keycap_ten=1F51F 1234=1F522
hash=0023-FE0F-20E3 asterisk=002A-FE0F-20E3 arrow_forward=25B6-FE0F pause_button=23F8
play_or_pause_button=23EF stop_button=23F9 record_button=23FA next_track_button=23ED
previous_track_button=23EE fast_forward=23E9 rewind=23EA arrow_double_up=23EB arrow_double_down=23EC
arrow_backward=25C0-FE0F arrow_up_small=1F53C arrow_down_small=1F53D arrow_right=27A1-FE0F
arrow_left=2B05-FE0F arrow_up=2B06-FE0F arrow_down=2B07-FE0F arrow_upper_right=2197-FE0F
arrow_lower_right=2198-FE0F arrow_lower_left=2199-FE0F arrow_upper_left=2196-FE0F arrow_up_down=2195-FE0F
left_right_arrow=2194-FE0F arrow_right_hook=21AA-FE0F leftwards_arrow_with_hook=21A9-FE0F
arrow_heading_up=2934-FE0F arrow_heading_down=2935-FE0F twisted_rightwards_arrows=1F500 repeat=1F501
repeat_one=1F502 arrows_counterclockwise=1F504 arrows_clockwise=1F503 musical_note=1F3B5 notes=1F3B6
heavy_plus_sign=2795 heavy_minus_sign=2796 heavy_division_sign=2797 heavy_multiplication_x=2716-FE0F
heavy_dollar_sign=1F4B2 currency_exchange=1F4B1 tm=2122-FE0F copyright=00A9-FE0F registered=00AE-FE0F
wavy_dash=3030-FE0F curly_loop=27B0 loop=27BF end=1F51A back=1F519 on=1F51B top=1F51D soon=1F51C
heavy_check_mark=2714-FE0F ballot_box_with_check=2611-FE0F radio_button=1F518 white_circle=26AA-FE0F
black_circle=26AB-FE0F red_circle=1F534 large_blue_circle=1F535 small_red_triangle=1F53A
small_red_triangle_down=1F53B small_orange_diamond=1F538 small_blue_diamond=1F539 large_orange_diamond=1F536
large_blue_diamond=1F537 white_square_button=1F533 black_square_button=1F532 black_small_square=25AA-FE0F
white_small_square=25AB-FE0F black_medium_small_square=25FE-FE0F white_medium_small_square=25FD-FE0F
black_medium_square=25FC-FE0F white_medium_square=25FB-FE0F black_large_square=2B1B-FE0F
white_large_square=2B1C-FE0F speaker=1F508 mute=1F507 sound=1F509 loud_sound=1F50A bell=1F514 no_bell=1F515
mega=1F4E3 loudspeaker=1F4E2 eye_speech_bubble=1F441-200D-1F5E8 speech_balloon=1F4AC thought_balloon=1F4AD
right_anger_bubble=1F5EF spades=2660-FE0F clubs=2663-FE0F hearts=2665-FE0F diamonds=2666-FE0F
black_joker=1F0CF flower_playing_cards=1F3B4 mahjong=1F004-FE0F clock1=1F550 clock2=1F551 clock3=1F552
clock4=1F553 clock5=1F554 clock6=1F555 clock7=1F556 clock8=1F557 clock9=1F558 clock10=1F559 clock11=1F55A
clock12=1F55B clock130=1F55C clock230=1F55D clock330=1F55E clock430=1F55F clock530=1F560 clock630=1F561
clock730=1F562 clock830=1F563 clock930=1F564 clock1030=1F565 clock1130=1F566 clock1230=1F567
white_flag=1F3F3-FE0F black_flag=1F3F4 checkered_flag=1F3C1 triangular_flag_on_post=1F6A9
rainbow_flag=1F3F3-FE0F-200D-1F308 afghanistan=1F1E6-1F1EB aland_islands=1F1E6-1F1FD albania=1F1E6-1F1F1
algeria=1F1E9-1F1FF american_samoa=1F1E6-1F1F8 andorra=1F1E6-1F1E9 angola=1F1E6-1F1F4 anguilla=1F1E6-1F1EE
antarctica=1F1E6-1F1F6 antigua_barbuda=1F1E6-1F1EC argentina=1F1E6-1F1F7 armenia=1F1E6-1F1F2
aruba=1F1E6-1F1FC australia=1F1E6-1F1FA austria=1F1E6-1F1F9 azerbaijan=1F1E6-1F1FF bahamas=1F1E7-1F1F8
bahrain=1F1E7-1F1ED bangladesh=1F1E7-1F1E9 barbados=1F1E7-1F1E7 belarus=1F1E7-1F1FE belgium=1F1E7-1F1EA
belize=1F1E7-1F1FF benin=1F1E7-1F1EF bermuda=1F1E7-1F1F2 bhutan=1F1E7-1F1F9 bolivia=1F1E7-1F1F4
caribbean_netherlands=1F1E7-1F1F6 bosnia_herzegovina=1F1E7-1F1E6 botswana=1F1E7-1F1FC brazil=1F1E7-1F1F7
british_indian_ocean_territory=1F1EE-1F1F4 british_virgin_islands=1F1FB-1F1EC brunei=1F1E7-1F1F3
bulgaria=1F1E7-1F1EC burkina_faso=1F1E7-1F1EB burundi=1F1E7-1F1EE cape_verde=1F1E8-1F1FB
cambodia=1F1F0-1F1ED cameroon=1F1E8-1F1F2 canada=1F1E8-1F1E6 canary_islands=1F1EE-1F1E8
cayman_islands=1F1F0-1F1FE central_african_republic=1F1E8-1F1EB chad=1F1F9-1F1E9 chile=1F1E8-1F1F1
cn=1F1E8-1F1F3 christmas_island=1F1E8-1F1FD cocos_islands=1F1E8-1F1E8 colombia=1F1E8-1F1F4
comoros=1F1F0-1F1F2 congo_brazzaville=1F1E8-1F1EC congo_kinshasa=1F1E8-1F1E9 cook_islands=1F1E8-1F1F0
costa_rica=1F1E8-1F1F7 cote_divoire=1F1E8-1F1EE croatia=1F1ED-1F1F7 cuba=1F1E8-1F1FA curacao=1F1E8-1F1FC
cyprus=1F1E8-1F1FE czech_republic=1F1E8-1F1FF denmark=1F1E9-1F1F0 djibouti=1F1E9-1F1EF dominica=1F1E9-1F1F2
dominican_republic=1F1E9-1F1F4 ecuador=1F1EA-1F1E8 egypt=1F1EA-1F1EC el_salvador=1F1F8-1F1FB
equatorial_guinea=1F1EC-1F1F6 eritrea=1F1EA-1F1F7 estonia=1F1EA-1F1EA ethiopia=1F1EA-1F1F9
eu european_union=1F1EA-1F1FA falkland_islands=1F1EB-1F1F0 faroe_islands=1F1EB-1F1F4 fiji=1F1EB-1F1EF
finland=1F1EB-1F1EE fr=1F1EB-1F1F7 french_guiana=1F1EC-1F1EB french_polynesia=1F1F5-1F1EB
french_southern_territories=1F1F9-1F1EB gabon=1F1EC-1F1E6 gambia=1F1EC-1F1F2 georgia=1F1EC-1F1EA
de=1F1E9-1F1EA ghana=1F1EC-1F1ED gibraltar=1F1EC-1F1EE greece=1F1EC-1F1F7 greenland=1F1EC-1F1F1
grenada=1F1EC-1F1E9 guadeloupe=1F1EC-1F1F5 guam=1F1EC-1F1FA guatemala=1F1EC-1F1F9 guernsey=1F1EC-1F1EC
guinea=1F1EC-1F1F3 guinea_bissau=1F1EC-1F1FC guyana=1F1EC-1F1FE haiti=1F1ED-1F1F9 honduras=1F1ED-1F1F3
hong_kong=1F1ED-1F1F0 hungary=1F1ED-1F1FA iceland=1F1EE-1F1F8 india=1F1EE-1F1F3 indonesia=1F1EE-1F1E9
iran=1F1EE-1F1F7 iraq=1F1EE-1F1F6 ireland=1F1EE-1F1EA isle_of_man=1F1EE-1F1F2 israel=1F1EE-1F1F1
it=1F1EE-1F1F9 jamaica=1F1EF-1F1F2 jp=1F1EF-1F1F5 crossed_flags=1F38C jersey=1F1EF-1F1EA jordan=1F1EF-1F1F4
kazakhstan=1F1F0-1F1FF kenya=1F1F0-1F1EA kiribati=1F1F0-1F1EE kosovo=1F1FD-1F1F0 kuwait=1F1F0-1F1FC
kyrgyzstan=1F1F0-1F1EC laos=1F1F1-1F1E6 latvia=1F1F1-1F1FB lebanon=1F1F1-1F1E7 lesotho=1F1F1-1F1F8
liberia=1F1F1-1F1F7 libya=1F1F1-1F1FE liechtenstein=1F1F1-1F1EE lithuania=1F1F1-1F1F9 luxembourg=1F1F1-1F1FA
macau=1F1F2-1F1F4 macedonia=1F1F2-1F1F0 madagascar=1F1F2-1F1EC malawi=1F1F2-1F1FC malaysia=1F1F2-1F1FE
maldives=1F1F2-1F1FB mali=1F1F2-1F1F1 malta=1F1F2-1F1F9 marshall_islands=1F1F2-1F1ED martinique=1F1F2-1F1F6
mauritania=1F1F2-1F1F7 mauritius=1F1F2-1F1FA mayotte=1F1FE-1F1F9 mexico=1F1F2-1F1FD micronesia=1F1EB-1F1F2
moldova=1F1F2-1F1E9 monaco=1F1F2-1F1E8 mongolia=1F1F2-1F1F3 montenegro=1F1F2-1F1EA montserrat=1F1F2-1F1F8
morocco=1F1F2-1F1E6 mozambique=1F1F2-1F1FF myanmar=1F1F2-1F1F2 namibia=1F1F3-1F1E6 nauru=1F1F3-1F1F7
nepal=1F1F3-1F1F5 netherlands=1F1F3-1F1F1 new_caledonia=1F1F3-1F1E8 new_zealand=1F1F3-1F1FF
nicaragua=1F1F3-1F1EE niger=1F1F3-1F1EA nigeria=1F1F3-1F1EC niue=1F1F3-1F1FA norfolk_island=1F1F3-1F1EB
northern_mariana_islands=1F1F2-1F1F5 north_korea=1F1F0-1F1F5 norway=1F1F3-1F1F4 oman=1F1F4-1F1F2
pakistan=1F1F5-1F1F0 palau=1F1F5-1F1FC palestinian_territories=1F1F5-1F1F8 panama=1F1F5-1F1E6
papua_new_guinea=1F1F5-1F1EC paraguay=1F1F5-1F1FE peru=1F1F5-1F1EA philippines=1F1F5-1F1ED
pitcairn_islands=1F1F5-1F1F3 poland=1F1F5-1F1F1 portugal=1F1F5-1F1F9 puerto_rico=1F1F5-1F1F7
qatar=1F1F6-1F1E6 reunion=1F1F7-1F1EA romania=1F1F7-1F1F4 ru=1F1F7-1F1FA rwanda=1F1F7-1F1FC
st_barthelemy=1F1E7-1F1F1 st_helena=1F1F8-1F1ED st_kitts_nevis=1F1F0-1F1F3 st_lucia=1F1F1-1F1E8
st_pierre_miquelon=1F1F5-1F1F2 st_vincent_grenadines=1F1FB-1F1E8 samoa=1F1FC-1F1F8 san_marino=1F1F8-1F1F2
sao_tome_principe=1F1F8-1F1F9 saudi_arabia=1F1F8-1F1E6 senegal=1F1F8-1F1F3 serbia=1F1F7-1F1F8
seychelles=1F1F8-1F1E8 sierra_leone=1F1F8-1F1F1 singapore=1F1F8-1F1EC sint_maarten=1F1F8-1F1FD
slovakia=1F1F8-1F1F0 slovenia=1F1F8-1F1EE solomon_islands=1F1F8-1F1E7 somalia=1F1F8-1F1F4
south_africa=1F1FF-1F1E6 south_georgia_south_sandwich_islands=1F1EC-1F1F8 kr=1F1F0-1F1F7
south_sudan=1F1F8-1F1F8 es=1F1EA-1F1F8 sri_lanka=1F1F1-1F1F0 sudan=1F1F8-1F1E9 suriname=1F1F8-1F1F7
swaziland=1F1F8-1F1FF sweden=1F1F8-1F1EA switzerland=1F1E8-1F1ED syria=1F1F8-1F1FE taiwan=1F1F9-1F1FC
tajikistan=1F1F9-1F1EF tanzania=1F1F9-1F1FF thailand=1F1F9-1F1ED timor_leste=1F1F9-1F1F1 togo=1F1F9-1F1EC
tokelau=1F1F9-1F1F0 tonga=1F1F9-1F1F4 trinidad_tobago=1F1F9-1F1F9 tunisia=1F1F9-1F1F3 tr=1F1F9-1F1F7
turkmenistan=1F1F9-1F1F2 turks_caicos_islands=1F1F9-1F1E8 tuvalu=1F1F9-1F1FB uganda=1F1FA-1F1EC
ukraine=1F1FA-1F1E6 united_arab_emirates=1F1E6-1F1EA gb uk=1F1EC-1F1E7 us=1F1FA-1F1F8
us_virgin_islands=1F1FB-1F1EE uruguay=1F1FA-1F1FE uzbekistan=1F1FA-1F1FF vanuatu=1F1FB-1F1FA
vatican_city=1F1FB-1F1E6 venezuela=1F1FB-1F1EA vietnam=1F1FB-1F1F3 wallis_futuna=1F1FC-1F1EB
western_sahara=1F1EA-1F1ED yemen=1F1FE-1F1EA zambia=1F1FF-1F1F2 zimbabwe=1F1FF-1F1FC basecamp=- basecampy=-
bowtie=- feelsgood=- finnadie=- goberserk=- godmode=- hurtrealbad=- neckbeard=- octocat=- rage1=- rage2=-
rage3=- rage4=- shipit squirrel=- suspect=- trollface=-
`;

/** An emoji by any of its names. */
export interface Emoji {
  readonly name: string;
  /** The character; empty if there is none. */
  readonly raw: string;
  /** The picture's file in GitHub's folder. */
  readonly file: string;
}

const JOINERS: ReadonlySet<string> = new Set(['FE0F', '200D']);

/** All emoji by each of their names. */
export function readEmoji(): Map<string, Emoji> {
  const emoji = new Map<string, Emoji>();
  for (const [, aliases = '', code = ''] of NAMES.matchAll(/([^=]+)=(\S+)/g)) {
    const names = aliases.trim().split(' ');
    const [name = ''] = names;
    const found = code === '-' ? { name, raw: '', file: `${name}.png` } : withCharacter(name, code.split('-'));
    for (const alias of names) emoji.set(alias, found);
  }
  return emoji;
}

function withCharacter(name: string, codes: readonly string[]): Emoji {
  // The first code point is kept in any case.
  const kept = codes.filter((code, index) => index === 0 || !JOINERS.has(code));
  return {
    name,
    raw: codes.map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join(''),
    file: `unicode/${kept.join('-').toLowerCase()}.png`,
  };
}
