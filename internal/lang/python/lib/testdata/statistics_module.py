from statistics import *
import statistics
from decimal import Decimal as D
from fractions import Fraction as F
def e(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as x: print(type(x).__module__,type(x).__name__,x)
sets=[[1,2,3,4],[1],[],[1.5,2.5,2.5,2.75,3.25,4.75],[D('0.5'),D('0.75'),D('0.625'),D('0.375')],[F(3,7),F(1,21),F(5,3)],[1,2.5,3],[0.1]*10,[3,1,2,2],list(range(100)),[1e30,1,-1e30],'abcab',[float('nan'),1],[float('inf'),1],[True,False],[-1,2],[0,1,2],['a',1],[1,F(1,2)],[D(1),F(1,2)]]
for f in (mean,fmean,geometric_mean,harmonic_mean,median,median_low,median_high,median_grouped,mode,multimode,pstdev,pvariance,stdev,variance,quantiles):
    for s in sets: e(f,s)
for s in sets[:4]: e(quantiles,s,n=10); e(quantiles,s,n=5,method='inclusive'); e(quantiles,s,method='x'); e(quantiles,s,n=0)
e(fmean,[1,2,3],[3,1,1]); e(fmean,[1,2],[1]); e(harmonic_mean,[40,60],[5,30]); e(variance,[1,2,3],2); e(pvariance,[1,2,3],2); e(mean,iter([1,2,3])); e(fmean,iter([1,2])); e(median_grouped,[1,3,3,5,7],2)
x=[1,2,3,4,5,6,7,8,9]; y=[1,2,3,1,2,3,1,2,3]; e(covariance,x,y); e(correlation,x,x); e(correlation,x,y); e(linear_regression,x,y); e(linear_regression,x,y,proportional=True); e(correlation,[1,1],[1,2]); e(covariance,[1],[1]); e(linear_regression,[1,2],[1]); e(linear_regression,[1,1],[1,2])
n=NormalDist(100,15); print(n,n.pdf(90),n.cdf(120),n.inv_cdf(.9),n.inv_cdf(.001),n.inv_cdf(1e-20),n.quantiles(),n.overlap(NormalDist(90,10)),n.zscore(115),n+5,n*2,n/3,-n,n-NormalDist(1,2),n==NormalDist(100,15),n.mean,n.stdev,n.variance,hash(n)==hash(n),3-n, NormalDist.from_samples([1,2,3,4.5]), n.samples(2,seed=5), n.overlap(NormalDist(110,15)))
e(NormalDist,0,-1); e(n.inv_cdf,0); e(NormalDist(0,0).cdf,1); print(statistics.__all__)
